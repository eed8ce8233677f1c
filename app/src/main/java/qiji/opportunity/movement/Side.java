package qiji.opportunity.movement;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import qiji.opportunity.life.OpportunityStatus;

/**
 * One of the two days compared: {@code inside} the pipeline, {@code meant} by all but the period. What is not among the
 * fields that it {@code tells} is null.
 */
record Side(String alias, Table<?> table, Set<String> tells) {
    static final String INSIDE = "inside";
    static final String OPEN = "open";
    static final String STATUS = "status";
    static final String AMOUNT = "expectedAmount";
    static final String SIGNED = "expectedSignOn";
    static final String CREATED = "createdAt";

    Field<Long> id() {
        return field(name(alias, "id"), SQLDataType.BIGINT);
    }

    Field<String> text(String field) {
        return told(field, SQLDataType.CLOB);
    }

    Field<BigDecimal> amount() {
        return told(AMOUNT, SQLDataType.NUMERIC(18, 2));
    }

    Field<BigDecimal> value() {
        return coalesce(amount(), inline(BigDecimal.ZERO));
    }

    Field<LocalDate> signed() {
        return told(SIGNED, SQLDataType.LOCALDATE);
    }

    Field<Instant> created() {
        return told(CREATED, SQLDataType.INSTANT);
    }

    private <T> Field<T> told(String field, DataType<T> type) {
        return tells.contains(field) ? field(name(alias, field), type) : castNull(type);
    }

    Condition inside() {
        return condition("coalesce({0}, false)", field(name(alias, INSIDE)));
    }

    Condition meant() {
        return condition("coalesce({0}, false)", field(name(alias, OPEN)));
    }

    Condition is(OpportunityStatus status) {
        return text(STATUS).eq(inline(status.name()));
    }
}
