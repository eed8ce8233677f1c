package qiji.opportunity.gate;

import static db.activity.Tables.ACTIVITY;
import static db.approval.Tables.REQUEST;
import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.ASSESSMENT;
import static db.opportunity.Tables.DONE_ACTION;
import static db.opportunity.Tables.EVIDENCE;
import static db.opportunity.Tables.GATE_APPROVAL;
import static db.opportunity.Tables.GATE_WAIVER;
import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import db.opportunity.tables.records.OpportunityRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import qiji.activity.Counting;
import qiji.opportunity.Opportunities;
import qiji.opportunity.life.GateFacts.Further;
import qiji.opportunity.life.UnmetGate;
import qiji.platform.Time;
import qiji.process.Gate;
import qiji.process.Stage;

/** What gates are judged on: of an opportunity that the caller has locked or read within what the viewer may see. */
@Repository
class GateFactStore {
    private final DSLContext jooq;

    GateFactStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Nothing is read that no gate on the way asks for. */
    Map<Long, Set<String>> doneActions(long id, List<Stage> way) {
        return asks(way, Gate::keyActionsRequired)
                ? jooq.select(doneActions(val(id))).fetchSingle().value1()
                : Map.of();
    }

    List<String> fileNames(long id, List<Stage> way) {
        return asks(way, gate -> !gate.documentsRequired().isEmpty())
                ? jooq.select(fileNames(val(id))).fetchSingle().value1()
                : List.of();
    }

    Further further(OpportunityRecord row, List<Stage> way, Instant now) {
        long id = row.getId();
        return new Further(
                asks(way, Gate::verificationRequired) ? proven(id) : Set.of(),
                asks(way, gate -> gate.recentActivity() != null) ? daysSince(id, now) : Map.of(),
                asks(way, Gate::approvalRequired) ? approved(id) : Set.of(),
                row.getScore(),
                Confirmed.is(row),
                Set.of());
    }

    private static boolean asks(List<Stage> way, Predicate<Gate> what) {
        return way.stream().map(Stage::gate).anyMatch(what);
    }

    private Set<Long> proven(long id) {
        return jooq.select(EVIDENCE.STAGE_ID)
                .from(EVIDENCE)
                .join(FILE)
                .on(FILE.ID.eq(EVIDENCE.FILE_ID))
                .where(EVIDENCE.OPPORTUNITY_ID.eq(id))
                .and(FILE.REMOVED_AT.isNull())
                .fetchSet(EVIDENCE.STAGE_ID);
    }

    /** Days of the company's calendar; what is to come counts as of today. */
    private Map<String, Long> daysSince(long id, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Time.ZONE);
        return jooq.select(ACTIVITY.KIND, max(ACTIVITY.HAPPENED_AT))
                .from(ACTIVITY)
                .where(ACTIVITY.RECORD_TYPE.eq(Opportunities.TYPE))
                .and(ACTIVITY.RECORD_ID.eq(id))
                .and(ACTIVITY.ARCHIVED_AT.isNull())
                .and(Counting.counts(ACTIVITY))
                .groupBy(ACTIVITY.KIND)
                .fetchMap(
                        ACTIVITY.KIND,
                        row -> ChronoUnit.DAYS.between(LocalDate.ofInstant(row.value2(), Time.ZONE), today));
    }

    private Set<Long> approved(long id) {
        return jooq.select(GATE_APPROVAL.STAGE_ID)
                .from(GATE_APPROVAL)
                .where(GATE_APPROVAL.OPPORTUNITY_ID.eq(id))
                .and(GATE_APPROVAL.APPROVED_AT.isNotNull())
                .and(GATE_APPROVAL.USED_AT.isNull())
                .fetchSet(GATE_APPROVAL.STAGE_ID);
    }

    /** The stages that somebody is asked to approve just now. */
    Set<Long> pending(long id) {
        return jooq.select(GATE_APPROVAL.STAGE_ID)
                .from(GATE_APPROVAL)
                .join(REQUEST)
                .on(REQUEST.SUBJECT_ID.eq(GATE_APPROVAL.ID))
                .and(REQUEST.KIND.eq(StageApproval.KIND))
                .and(REQUEST.STATE.eq("OPEN"))
                .where(GATE_APPROVAL.OPPORTUNITY_ID.eq(id))
                .fetchSet(GATE_APPROVAL.STAGE_ID);
    }

    /** How far the confirmation has come: whether an assessment was approved, or waits, and whether the grade waits. */
    record Confirming(boolean isScored, boolean isAssessmentSent, boolean isGradeSent) {
        static final Confirming NOTHING = new Confirming(false, false, false);
    }

    Confirming confirming(long id) {
        Field<Boolean> isSent = field(exists(selectOne()
                .from(ASSESSMENT)
                .where(ASSESSMENT.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))
                .and(ASSESSMENT.STATE.eq("SUBMITTED"))));
        return jooq.select(
                        field(OPPORTUNITY.SCORE.isNotNull()),
                        isSent,
                        coalesce(field(OPPORTUNITY.GRADE_STATE.eq("AWAITING")), inline(false)))
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(id))
                .fetchSingle(mapping(Confirming::new));
    }

    Set<UnmetGate> waived(long id) {
        return jooq.select(waivers(val(id))).fetchSingle().value1();
    }

    /** What an opportunity may do without. */
    static Field<Set<UnmetGate>> waivers(Field<Long> opportunity) {
        return array(select(concat(
                                GATE_WAIVER.STAGE_ID.cast(String.class),
                                inline(" "),
                                GATE_WAIVER.KIND,
                                inline(" "),
                                GATE_WAIVER.ITEM))
                        .from(GATE_WAIVER)
                        .where(GATE_WAIVER.OPPORTUNITY_ID.eq(opportunity))
                        .and(GATE_WAIVER.WITHDRAWN_AT.isNull()))
                .convertFrom(all -> Arrays.stream(all)
                        .map(one -> one.split(" ", 3))
                        .map(one -> new UnmetGate(Long.parseLong(one[0]), UnmetGate.Kind.valueOf(one[1]), one[2]))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The key actions done in each stage of an opportunity. */
    static Field<Map<Long, Set<String>>> doneActions(Field<Long> opportunity) {
        return multiset(select(DONE_ACTION.STAGE_ID, DONE_ACTION.ACTION)
                        .from(DONE_ACTION)
                        .where(DONE_ACTION.OPPORTUNITY_ID.eq(opportunity)))
                .convertFrom(rows -> rows.intoGroups(DONE_ACTION.STAGE_ID, DONE_ACTION.ACTION).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, stage -> Set.copyOf(stage.getValue()))));
    }

    /** The names of the files attached to it. */
    static Field<List<String>> fileNames(Field<Long> opportunity) {
        return array(select(FILE.NAME)
                        .from(FILE)
                        .where(FILE.RECORD_TYPE.eq(Opportunities.TYPE))
                        .and(FILE.RECORD_ID.eq(opportunity))
                        .and(FILE.REMOVED_AT.isNull()))
                .convertFrom(Arrays::asList);
    }
}
