package qiji.opportunity.gate;

import static db.activity.Tables.ACTIVITY;
import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.ASSESSMENT;
import static db.opportunity.Tables.DONE_ACTION_VERSION;
import static db.opportunity.Tables.EVIDENCE_VERSION;
import static db.opportunity.Tables.GATE_APPROVAL;
import static db.opportunity.Tables.GATE_WAIVER_VERSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import qiji.activity.Counting;
import qiji.opportunity.Opportunities;
import qiji.platform.Time;

/**
 * What a move lacked at its moment, in SQL: what {@link qiji.opportunity.life.GateFacts} says of today. This is what other tables
 * say of it where {@link GateColumns} let it be missing; {@code way} are the stages whose waivers count.
 */
record GateLack(Field<Long> id, Field<Instant> at, Field<Long[]> way) {
    private static final BigDecimal UNSCORED = BigDecimal.ONE.negate();

    Condition of(GateCondition condition) {
        String item = condition.item();
        return switch (condition.kind()) {
            case FIELD, CONFIRMATION -> isWaived(condition).not();
            case VALIDITY -> trueCondition();
            case KEY_ACTION -> isUndone(condition.place(), item).andNot(isWaived(condition));
            case DOCUMENT -> hasNoFile(item).andNot(isWaived(condition));
            case EVIDENCE -> isUnproven(Long.parseLong(item)).andNot(isWaived(condition));
            case ACTIVITY -> isStale(item.split(" ", 2)).andNot(isWaived(condition));
            case SCORE ->
                coalesce(score(), inline(UNSCORED))
                        .lt(inline(new BigDecimal(item)))
                        .andNot(isWaived(condition));
            case APPROVAL -> isUnapproved(Long.parseLong(item)).andNot(isWaived(condition));
        };
    }

    private Condition held(Field<Instant> from, Field<Instant> until) {
        return from.le(at).and(until.isNull().or(until.gt(at)));
    }

    private Condition isUndone(long stage, String action) {
        return exists(selectOne()
                        .from(DONE_ACTION_VERSION)
                        .where(DONE_ACTION_VERSION.OPPORTUNITY_ID.eq(id))
                        .and(DONE_ACTION_VERSION.STAGE_ID.eq(stage))
                        .and(DONE_ACTION_VERSION.ACTION.eq(action))
                        .and(held(DONE_ACTION_VERSION.VALID_FROM, DONE_ACTION_VERSION.VALID_TO)))
                .not();
    }

    /** Asked for those still there and for those taken away since, as there is an index of each. */
    private Condition hasNoFile(String words) {
        return or(List.of(FILE.REMOVED_AT.isNull(), FILE.REMOVED_AT.isNotNull().and(FILE.REMOVED_AT.gt(at))).stream()
                        .map(there -> exists(selectOne()
                                .from(FILE)
                                .where(FILE.RECORD_TYPE.eq(inline(Opportunities.TYPE)))
                                .and(FILE.RECORD_ID.eq(id))
                                .and(FILE.UPLOADED_AT.le(at))
                                .and(position(FILE.NAME, val(words)).gt(inline(0)))
                                .and(there)))
                        .toList())
                .not();
    }

    private Condition isUnproven(long stage) {
        return exists(selectOne()
                        .from(EVIDENCE_VERSION)
                        .join(FILE)
                        .on(FILE.ID.eq(EVIDENCE_VERSION.FILE_ID))
                        .where(EVIDENCE_VERSION.OPPORTUNITY_ID.eq(id))
                        .and(EVIDENCE_VERSION.STAGE_ID.eq(stage))
                        .and(held(EVIDENCE_VERSION.VALID_FROM, EVIDENCE_VERSION.VALID_TO))
                        .and(FILE.REMOVED_AT.isNull().or(FILE.REMOVED_AT.gt(at))))
                .not();
    }

    /** Days of the company's calendar; what was to come counted as of that day, what was written down later did not count. */
    private Condition isStale(String[] asked) {
        Field<Instant> since = field(
                "((({0} at time zone {1})::date - {2})::timestamp at time zone {1})",
                SQLDataType.INSTANT, at, inline(Time.ZONE.getId()), inline(Integer.parseInt(asked[0])));
        return exists(selectOne()
                        .from(ACTIVITY)
                        .where(ACTIVITY.RECORD_TYPE.eq(inline(Opportunities.TYPE)))
                        .and(ACTIVITY.RECORD_ID.eq(id))
                        .and(ACTIVITY.HAPPENED_AT.ge(since))
                        .and(asked.length == 1 ? noCondition() : ACTIVITY.KIND.eq(inline(asked[1])))
                        .and(Counting.counts(ACTIVITY))
                        .and(held(ACTIVITY.CREATED_AT, ACTIVITY.ARCHIVED_AT)))
                .not();
    }

    private Field<BigDecimal> score() {
        return field(select(ASSESSMENT.SCORE)
                .from(ASSESSMENT)
                .where(ASSESSMENT.OPPORTUNITY_ID.eq(id))
                .and(ASSESSMENT.STATE.eq(inline("APPROVED")))
                .and(ASSESSMENT.DECIDED_AT.le(at))
                .orderBy(ASSESSMENT.DECIDED_AT.desc(), ASSESSMENT.NUMBER.desc())
                .limit(1));
    }

    /** Entering uses it up: that which let this very move in counts. */
    private Condition isUnapproved(long stage) {
        return or(List.of(
                                GATE_APPROVAL.USED_AT.isNull(),
                                GATE_APPROVAL.USED_AT.isNotNull().and(GATE_APPROVAL.USED_AT.ge(at)))
                        .stream()
                        .map(unused -> exists(selectOne()
                                .from(GATE_APPROVAL)
                                .where(GATE_APPROVAL.OPPORTUNITY_ID.eq(id))
                                .and(GATE_APPROVAL.STAGE_ID.eq(stage))
                                .and(GATE_APPROVAL.APPROVED_AT.le(at))
                                .and(unused)))
                        .toList())
                .not();
    }

    /** Few opportunities have any: first it is asked whether this one has, of all at once. */
    private Condition isWaived(GateCondition condition) {
        return id.in(select(GATE_WAIVER_VERSION.OPPORTUNITY_ID).from(GATE_WAIVER_VERSION))
                .and(exists(selectOne()
                        .from(GATE_WAIVER_VERSION)
                        .where(GATE_WAIVER_VERSION.OPPORTUNITY_ID.eq(id))
                        .and(GATE_WAIVER_VERSION.KIND.eq(condition.kind().name()))
                        .and(GATE_WAIVER_VERSION.ITEM.eq(condition.item()))
                        .and(GATE_WAIVER_VERSION.STAGE_ID.eq(any(way)))
                        .and(GATE_WAIVER_VERSION.WITHDRAWN_AT.isNull())
                        .and(held(GATE_WAIVER_VERSION.VALID_FROM, GATE_WAIVER_VERSION.VALID_TO))));
    }
}
