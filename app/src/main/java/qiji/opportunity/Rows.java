package qiji.opportunity;

import db.opportunity.tables.records.OpportunityRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import qiji.opportunity.life.Closing;
import qiji.opportunity.life.Learned;
import qiji.opportunity.life.Loss;
import qiji.opportunity.life.Opportunity;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.life.Proof;
import qiji.opportunity.life.Validity;
import qiji.process.SalesProcess;
import qiji.process.Stages;

/** Between the row of an opportunity and the rules over it. */
public final class Rows {
    private Rows() {}

    public static Opportunity opportunity(OpportunityRecord row, Stages stages) {
        SalesProcess process = stages.getProcess(row.getProcessId(), row.getEditionId());
        return new Opportunity(
                row.getId(),
                row.getVersion(),
                process,
                process.findStage(row.getStageId()).orElseThrow(),
                row.getStageEnteredAt(),
                OpportunityStatus.valueOf(row.getStatus()),
                row.getStatusAt(),
                row.getOpenedOn(),
                row.getWakeUpOn(),
                validity(row),
                closing(row));
    }

    public static Validity validity(OpportunityRecord row) {
        return new Validity(
                new Proof(row.getNeedKnown(), row.getNeedEvidence()),
                new Proof(row.getKpKnown(), row.getKpEvidence()),
                new Proof(row.getBudgetKnown(), row.getBudgetEvidence()),
                row.getValidityWaivedBy(),
                row.getValidityWaiver());
    }

    /** Writes what the rules decide; a value that stays as it was is no change. */
    public static void write(Opportunity opportunity, OpportunityRecord row) {
        row.setStageId(opportunity.stage().key());
        row.setStageEnteredAt(opportunity.stageEnteredAt());
        row.setStatus(opportunity.status().name());
        row.setStatusAt(opportunity.statusAt());
        row.setWakeUpOn(opportunity.wakeUpOn());
        row.setOverstayOn(opportunity.overstayOn());
        write(opportunity.closing(), row);
    }

    public static void write(Validity validity, OpportunityRecord row) {
        row.setNeedKnown(validity.need().known());
        row.setNeedEvidence(validity.need().evidence());
        row.setKpKnown(validity.kp().known());
        row.setKpEvidence(validity.kp().evidence());
        row.setBudgetKnown(validity.budget().known());
        row.setBudgetEvidence(validity.budget().evidence());
        row.setValidityWaivedBy(validity.waivedBy());
        row.setValidityWaiver(validity.waiver());
    }

    private static void write(Closing closing, OpportunityRecord row) {
        Loss loss = closing.loss();
        row.setClosedOn(closing.closedOn());
        row.setWonAmount(closing.wonAmount());
        row.setLostReason(loss == null ? null : loss.reason());
        row.setLossSummary(loss == null ? null : loss.summary());
        row.setLostTo(loss == null ? null : loss.competitor());
        row.setLostToCompetitorId(loss == null ? null : loss.competitorId());
        write(closing.learned(), row);
        row.setInvalidCause(closing.invalidCause());
        row.setClosingNote(closing.note());
    }

    private static void write(Learned learned, OpportunityRecord row) {
        row.setLesson(learned.lesson());
        row.setPrevention(learned.prevention());
        row.setPreventionOwnerId(learned.preventionOwnerId());
        row.setPreventionDueOn(learned.preventionDueOn());
    }

    private static Closing closing(OpportunityRecord row) {
        return new Closing(
                row.getClosedOn(),
                row.getWonAmount(),
                loss(row),
                row.getInvalidCause(),
                row.getClosingNote(),
                new Learned(
                        row.getLesson(), row.getPrevention(), row.getPreventionOwnerId(), row.getPreventionDueOn()));
    }

    private static @Nullable Loss loss(OpportunityRecord row) {
        Loss loss = new Loss(row.getLostReason(), row.getLossSummary(), row.getLostTo(), row.getLostToCompetitorId());
        return Objects.equals(loss, new Loss(null, null, null, null)) ? null : loss;
    }
}
