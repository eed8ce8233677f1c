package qiji.opportunity.movement;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * either. Whether one was there on the other day is told only as far as they saw it then.
 */
record TwoDays(
        Side before,
        Side after,
        boolean hasPeriod,
        Instant first,
        @Nullable LocalDate periodEnd) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String AMOUNT = "expectedAmount";
    private static final String INSIDE = "inside";
    private static final String OPEN = "open";

    /** One of the two days: {@code inside} the pipeline, {@code meant} by all but the period. */
    record Side(String alias, Table<?> table, boolean tellsAmounts) {
        Field<Long> id() {
            return field(name(alias, "id"), SQLDataType.BIGINT);
        }

        Field<String> text(String field) {
            return field(name(alias, field), SQLDataType.CLOB);
        }

        Field<BigDecimal> amount() {
            return tellsAmounts
                    ? field(name(alias, AMOUNT), SQLDataType.NUMERIC(18, 2))
                    : cast(inline((BigDecimal) null), SQLDataType.NUMERIC(18, 2));
        }

        Field<BigDecimal> value() {
            return coalesce(amount(), inline(BigDecimal.ZERO));
        }

        Field<LocalDate> signed() {
            return field(name(alias, "expectedSignOn"), SQLDataType.LOCALDATE);
        }

        Condition inside() {
            return condition("coalesce({0}, false)", field(name(alias, INSIDE)));
        }

        Condition meant() {
            return condition("coalesce({0}, false)", field(name(alias, OPEN)));
        }

        Condition is(OpportunityStatus status) {
            return text("status").eq(inline(status.name()));
        }
    }

    static TwoDays of(Comparison wish, Records records, Viewer viewer) {
        ObjectNode open = all(wish.filter(), is("status", OpportunityStatus.OPEN.name()));
        Map<String, String> marks = Map.of(
                OPEN, open.toString(),
                INSIDE, all(open.toString(), period(wish)).toString());
        return new TwoDays(
                side("before", wish.before(), marks, records, viewer),
                side("after", wish.after(), marks, records, viewer),
                wish.hasPeriod(),
                wish.before(),
                wish.signedTo());
    }

    private static Side side(
            String alias, @Nullable Instant moment, Map<String, String> marks, Records records, Viewer viewer) {
        List<String> readable = records.readable("opportunity", List.of(AMOUNT), viewer);
        List<String> fields = new ArrayList<>(List.of("number", "name", "status", "expectedSignOn", "createdAt"));
        fields.addAll(readable);
        Table<?> table = records.query(OpportunityFields.TYPE.name(), viewer)
                .at(moment)
                .fields(fields)
                .table(alias, marks);
        return new Side(alias, table, !readable.isEmpty());
    }

    private static @Nullable ObjectNode period(Comparison wish) {
        if (!wish.hasPeriod()) {
            return null;
        }
        ObjectNode both = JSON.createObjectNode();
        ArrayNode ends = both.putArray("and");
        if (wish.signedFrom() != null) {
            ends.add(node("expectedSignOn", "gte", wish.signedFrom().toString()));
        }
        if (wish.signedTo() != null) {
            ends.add(node("expectedSignOn", "lte", wish.signedTo().toString()));
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

    boolean tellsAmounts() {
        return before.tellsAmounts;
    }

    Field<Long> id() {
        return coalesce(before.id(), after.id());
    }

    Table<?> joined() {
        return before.table.fullJoin(after.table).on(before.id().eq(after.id()));
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

    private Field<String> ofBoth() {
        return when(after.value().gt(before.value()), told(Movement.GROWN))
                .when(after.value().lt(before.value()), told(Movement.SHRUNK))
                .otherwise(told(Movement.UNCHANGED));
    }

    private Field<String> comingIn() {
        Field<Instant> createdAt = field(name("after", "createdAt"), SQLDataType.INSTANT);
        return when(before.id().isNull().and(createdAt.gt(val(first, SQLDataType.INSTANT))), told(Movement.NEW))
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
                before.text("status"),
                after.text("status"),
                before.amount(),
                after.amount(),
                before.signed(),
                after.signed());
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
                tellsAmounts() ? row.get(9, BigDecimal.class) : null);
    }

    private static @Nullable OpportunityStatus status(@Nullable String name) {
        return name == null ? null : OpportunityStatus.valueOf(name);
    }
}
