package qiji.opportunity.detail;

import db.opportunity.tables.records.OpportunityRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.Relation;
import qiji.opportunity.Rows;
import qiji.opportunity.gate.GateKeeper;
import qiji.opportunity.gate.GateWords;
import qiji.opportunity.life.Opportunity;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.life.Proof;
import qiji.opportunity.life.Validity;
import qiji.opportunity.score.ScoreFields;
import qiji.platform.Time;
import qiji.process.Stage;
import qiji.process.Stages;
import qiji.records.past.AsOf;

/** Puts together the page of one opportunity. */
@Service
class OpportunityDetails {
    private final OpportunityQueries queries;
    private final GateKeeper gates;
    private final GateWords words;
    private final FieldLabels labels;
    private final Stages stages;
    private final Clock clock;

    OpportunityDetails(
            OpportunityQueries queries,
            GateKeeper gates,
            GateWords words,
            FieldLabels labels,
            Stages stages,
            Clock clock) {
        this.queries = queries;
        this.gates = gates;
        this.words = words;
        this.labels = labels;
        this.stages = stages;
        this.clock = clock;
    }

    /** As of the end of a day, null for now; of the past nothing may be done. Throws NOT_FOUND, INVALID_FIELDS. */
    OpportunityDetail get(long id, @Nullable LocalDate asOf, Viewer viewer) {
        Instant moment = AsOf.endOf(asOf, clock);
        Instant now = moment == null ? clock.instant() : moment;
        OpportunityQueries.Whole whole = queries.get(id, moment, viewer);
        OpportunityRecord row = whole.row();
        Opportunity opportunity = Rows.opportunity(row, stages);
        Map<String, Boolean> may =
                may(opportunity, Relation.of(viewer, row, whole.role()), Relation.isOwner(viewer, row));
        if (moment != null) {
            may.replaceAll((_, _) -> false);
        }
        may.put("followUp", Relation.isOwner(viewer, row) || whole.role() != null);
        may.put("readAssessment", labels.mayRead(ScoreFields.SCORE, viewer));
        may.put("readStages", labels.mayReadAll(viewer, "process", "stage", FieldLabels.STAGE_ANSWERS));
        may.put("readPlan", labels.mayRead(FieldLabels.PLAN, viewer));
        may.put("readTeam", labels.mayRead(FieldLabels.TEAM, viewer));
        may.put("readLines", labels.mayRead(FieldLabels.LINES, viewer));
        return new OpportunityDetail(
                id,
                row.getVersion(),
                whole.values(),
                may,
                labels.mayReadAll(viewer, "process", "stage")
                        ? Way.of(opportunity, whole.stays(), now, labels, viewer)
                        : List.of(),
                moment == null && labels.mayReadAll(viewer, "process", "stage", "status")
                        ? preview(whole, opportunity, viewer)
                        : null,
                proven(opportunity.validity(), viewer),
                labels.mayRead("overstayDays", viewer) ? overstayDays(opportunity, now) : 0,
                edition(row, viewer));
    }

    private OpportunityDetail.@Nullable Preview preview(
            OpportunityQueries.Whole whole, Opportunity opportunity, Viewer viewer) {
        if (opportunity.status().isClosed()) {
            return null;
        }
        return opportunity
                .process()
                .after(opportunity.stage())
                .map(next -> new OpportunityDetail.Preview(next.key(), unmet(whole, opportunity, next, viewer)))
                .orElse(null);
    }

    private List<GateWords.Told> unmet(
            OpportunityQueries.Whole whole, Opportunity opportunity, Stage next, Viewer viewer) {
        var facts = gates.factsOf(
                whole.row(),
                opportunity.process(),
                opportunity.stage(),
                next,
                whole.doneActions(),
                whole.fileNames(),
                whole.waived());
        return words.of(
                opportunity.id(),
                facts.unmet(opportunity.process(), opportunity.stage(), next, opportunity.validity()),
                opportunity.process(),
                viewer);
    }

    private OpportunityDetail.@Nullable Edition edition(OpportunityRecord row, Viewer viewer) {
        if (!labels.mayRead("process", viewer)) {
            return null;
        }
        long process = row.getProcessId();
        return new OpportunityDetail.Edition(
                stages.editionNumber(process, row.getEditionId()),
                stages.editionNumber(process, stages.newestEdition(process)));
    }

    private OpportunityDetail.Proven proven(Validity validity, Viewer viewer) {
        Long waivedBy = labels.mayRead("validityWaivedBy", viewer) ? validity.waivedBy() : null;
        return new OpportunityDetail.Proven(
                proof(validity.need(), "need", viewer),
                proof(validity.kp(), "kp", viewer),
                proof(validity.budget(), "budget", viewer),
                labels.mayRead("valid", viewer) ? validity.isValid() : null,
                waivedBy,
                waivedBy == null ? null : queries.userName(waivedBy, viewer),
                labels.mayRead("validityWaiver", viewer) ? validity.waiver() : null);
    }

    private @Nullable Proof proof(Proof proof, String name, Viewer viewer) {
        if (!labels.mayRead(name + "Known", viewer)) {
            return null;
        }
        return labels.mayRead(name + "Evidence", viewer) ? proof : new Proof(proof.known(), null);
    }

    /** As the list counts: from the day that it is open again, the planned days are its own anew. */
    private static long overstayDays(Opportunity opportunity, Instant now) {
        LocalDate since = opportunity.overstayOn();
        return since == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(since, LocalDate.ofInstant(now, Time.ZONE)) + 1);
    }

    /** What the viewer may do with it as it stands now: right, relation and status together. */
    private static Map<String, Boolean> may(Opportunity opportunity, Relation relation, boolean isOwn) {
        OpportunityStatus status = opportunity.status();
        boolean open = status == OpportunityStatus.OPEN;
        boolean alive = !status.isClosed();
        boolean works = relation.mayWork(OpportunityPermissions.EDIT);
        boolean commands = relation.mayCommand(OpportunityPermissions.EDIT);
        Map<String, Boolean> may = new LinkedHashMap<>();
        may.put("edit", works && alive);
        may.put("move", works && open);
        may.put("win", works && open);
        may.put("lose", commands && alive);
        may.put("defer", commands && open);
        may.put("resume", commands && status == OpportunityStatus.DEFERRED);
        may.put("abandon", relation.mayCommand(OpportunityPermissions.ABANDON) && alive);
        may.put("invalidate", commands && alive);
        may.put("review", commands && status.isClosed());
        may.put("reopen", relation.mayCommand(OpportunityPermissions.REOPEN) && status.isClosed());
        may.put("transfer", relation.mayCommand(OpportunityPermissions.TRANSFER));
        may.put("waiveGate", relation.mayCommand(OpportunityPermissions.WAIVE_GATE) && alive);
        may.put("waiveApproval", relation.mayCommand(OpportunityPermissions.WAIVE_GATE) && alive && !isOwn);
        may.put("changeProcess", commands && open);
        may.put("waive", relation.mayCommand(OpportunityPermissions.WAIVE) && alive);
        may.put("formTeam", commands);
        may.put("attach", works);
        may.put("share", works);
        return may;
    }
}
