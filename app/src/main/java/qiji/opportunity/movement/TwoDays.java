package qiji.opportunity.movement;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.opportunity.OpportunityFields;
import qiji.opportunity.life.OpportunityStatus;
import qiji.records.Filter;
import qiji.records.Records;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the viewer sees of the opportunities at the end of two days, side by side; of those that were in the pipeline on
 * either. Whether one was there on the other day is told only as far as they saw it then, and what a hidden field would
 * tell is not: without the status, the pipeline is all of them.
 */
record TwoDays(
        Side before,
        Side after,
        boolean hasPeriod,
        Instant first,
        @Nullable LocalDate periodEnd) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> FIELDS =
            List.of("number", "name", Side.STATUS, Side.AMOUNT, Side.SIGNED, Side.CREATED);

    static TwoDays of(Comparison wish, Records records, Viewer viewer) {
        List<String> tells = records.readable(OpportunityFields.TYPE.name(), FIELDS, viewer);
        ObjectNode open =
                all(wish.filter(), tells.contains(Side.STATUS) ? is(Side.STATUS, OpportunityStatus.OPEN.name()) : null);
        Map<String, String> marks = Map.of(
                Side.OPEN,
                open.toString(),
                Side.INSIDE,
                all(open.toString(), period(wish)).toString());
        return new TwoDays(
                side("before", wish.before(), tells, marks, records, viewer),
                side("after", wish.after(), tells, marks, records, viewer),
                wish.hasPeriod(),
                wish.before(),
                wish.signedTo());
    }

    private static Side side(
            String alias,
            @Nullable Instant moment,
            List<String> tells,
            Map<String, String> marks,
            Records records,
            Viewer viewer) {
        Table<?> table = records.query(OpportunityFields.TYPE.name(), viewer)
                .at(moment)
                .fields(tells)
                .table(alias, marks);
        return new Side(alias, table, Set.copyOf(tells));
    }

    private static @Nullable ObjectNode period(Comparison wish) {
        if (!wish.hasPeriod()) {
            return null;
        }
        ObjectNode both = JSON.createObjectNode();
        ArrayNode ends = both.putArray("and");
        if (wish.signedFrom() != null) {
            ends.add(node(Side.SIGNED, "gte", wish.signedFrom().toString()));
        }
        if (wish.signedTo() != null) {
            ends.add(node(Side.SIGNED, "lte", wish.signedTo().toString()));
        }
        return both;
    }

    private static ObjectNode is(String field, String value) {
        return node(field, "is", value);
    }

    private static ObjectNode node(String field, String op, String value) {
        return JSON.createObjectNode().put("field", field).put("op", op).put("value", value);
    }

    private static ObjectNode all(@Nullable String filter, @Nullable ObjectNode more) {
        ObjectNode both = JSON.createObjectNode();
        ArrayNode conditions = both.putArray("and");
        if (filter != null && !filter.isBlank()) {
            conditions.add(Filter.json(filter));
        }
        if (more != null) {
            conditions.add(more);
        }
        return both;
    }

    boolean tells(String field) {
        return before.tells().contains(field);
    }

    boolean tells(Movement movement) {
        return movement.field() == null || tells(movement.field());
    }

    Field<Long> id() {
        return coalesce(before.id(), after.id());
    }

    Table<?> joined() {
        return before.table().fullJoin(after.table()).on(before.id().eq(after.id()));
    }

    /** What it adds to the amount of the pipeline, in yuan. */
    Field<BigDecimal> effect() {
        Field<BigDecimal> then = when(before.inside(), before.value()).otherwise(inline(BigDecimal.ZERO));
        Field<BigDecimal> now = when(after.inside(), after.value()).otherwise(inline(BigDecimal.ZERO));
        return now.minus(then);
    }

    Field<String> movement() {
        return when(before.inside().and(after.inside()), ofBoth())
                .when(after.inside(), comingIn())
                .otherwise(goingOut());
    }

    /** Which of the pipeline stand behind {@code movement}. Without a period, a moved day takes none in or out: it is told as it is. */
    Condition behind(Movement movement) {
        Condition these = !hasPeriod && movement == Movement.SLIPPED
                ? signedLater()
                : !hasPeriod && movement == Movement.PULLED_IN
                        ? signedEarlier()
                        : movement().eq(movement.name());
        return ofPipeline().and(these);
    }

    private Field<String> ofBoth() {
        return when(after.value().gt(before.value()), told(Movement.GROWN))
                .when(after.value().lt(before.value()), told(Movement.SHRUNK))
                .otherwise(told(Movement.UNCHANGED));
    }

    private Field<String> comingIn() {
        return when(before.id().isNull().and(after.created().gt(val(first, SQLDataType.INSTANT))), told(Movement.NEW))
                .when(before.id().isNull(), told(Movement.ENTERED))
                .when(before.is(OpportunityStatus.OPEN).not(), told(Movement.REOPENED))
                .when(before.meant().and(later(before)), told(Movement.PULLED_IN))
                .otherwise(told(Movement.ENTERED));
    }

    private Field<String> goingOut() {
        return when(after.id().isNull(), told(Movement.LEFT))
                .when(after.is(OpportunityStatus.WON), told(Movement.WON))
                .when(after.is(OpportunityStatus.LOST), told(Movement.LOST))
                .when(after.is(OpportunityStatus.OPEN).not(), told(Movement.DROPPED))
                .when(after.meant().and(later(after)), told(Movement.SLIPPED))
                .otherwise(told(Movement.LEFT));
    }

    /** Expected to be signed after the period, or at an unknown day. */
    private Condition later(Side side) {
        return periodEnd == null
                ? falseCondition()
                : side.signed().isNull().or(side.signed().gt(val(periodEnd)));
    }

    private static Field<String> told(Movement movement) {
        return inline(movement.name());
    }

    Condition signedLater() {
        return ofBothDays(after.signed().gt(before.signed()));
    }

    Condition signedEarlier() {
        return ofBothDays(after.signed().lt(before.signed()));
    }

    private Condition ofBothDays(Condition moved) {
        return hasPeriod
                ? falseCondition()
                : before.inside().and(after.inside()).and(moved);
    }

    /** Those in the pipeline on either day. */
    Condition ofPipeline() {
        return before.inside().or(after.inside());
    }

    List<Field<?>> told() {
        return List.of(
                id(),
                coalesce(after.text("number"), before.text("number")),
                coalesce(after.text("name"), before.text("name")),
                before.text(Side.STATUS),
                after.text(Side.STATUS),
                before.amount(),
                after.amount(),
                before.signed(),
                after.signed(),
                field(after.id().isNull()));
    }

    MovementQueries.MovedRow row(Record row) {
        return new MovementQueries.MovedRow(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                status(row.get(3, String.class)),
                status(row.get(4, String.class)),
                row.get(5, BigDecimal.class),
                row.get(6, BigDecimal.class),
                row.get(7, LocalDate.class),
                row.get(8, LocalDate.class),
                row.get(9, Boolean.class),
                tells(Side.AMOUNT) ? row.get(10, BigDecimal.class) : null);
    }

    private static @Nullable OpportunityStatus status(@Nullable String name) {
        return name == null ? null : OpportunityStatus.valueOf(name);
    }
}
