package qiji.records.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.using;
import static org.jooq.impl.DSL.val;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.junit.jupiter.api.Test;

class FixedQueryTests {
    private static final Field<Long> ID = field(name("t", "id"), Long.class);

    private final DSLContext jooq = using(SQLDialect.POSTGRES);

    @Test
    void saysTheSameWithEachValueAndKeepsTheOthers() {
        Select<?> query = jooq.select(ID, val("?"))
                .from(table(name("t")))
                .where(ID.ne(inline(7L)))
                .and(ID.eq(param("record", Long.class)))
                .and(ID.in(select(ID).from(table(name("s"))).where(ID.eq(5L))))
                .and(ID.ne(inline(9L)).or(ID.ne(inline(8L))));
        FixedQuery fixed = new FixedQuery(query, jooq);
        for (long value : new long[] {7, 8}) {
            ResultQuery<Record> asked = fixed.with("record", value, jooq);
            assertThat(asked.getSQL()).isEqualTo(query.getSQL());
            assertThat(asked.getBindValues()).containsExactly("?", value, 5L);
        }
        assertThat(jooq.settings().getRenderNamedParamPrefix()).isEqualTo(":");
    }
}
