package qiji.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.ModuleTest;

/** The past can be read by the application, never changed; every version is kept by the database alone. D17 A7 */
@ModuleTest
class HistoryTests {
    private static final List<String> CHANGES = List.of(
            "update TABLE set COLUMN = COLUMN",
            "delete from TABLE",
            "truncate TABLE",
            "drop table TABLE",
            "alter table TABLE add column more text",
            "alter table TABLE disable trigger all",
            "alter table TABLE owner to qiji_app",
            "create trigger mine before delete on TABLE for each row execute function audit.write_change()");

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update opportunity.opportunity_history set name = 'x'",
                "delete from opportunity.opportunity_history",
                "truncate opportunity.opportunity_history",
                "insert into opportunity.opportunity_history (id, valid_from, valid_to, ended_by) values (1, now(), now(), 1)",
                "drop table opportunity.opportunity_history",
                "alter table opportunity.opportunity disable trigger keep_versions",
                "drop trigger keep_versions on opportunity.opportunity",
                "update audit.entry set user_id = 1",
                "delete from audit.entry",
                "truncate audit.entry",
                "drop table audit.entry",
                "update customer.customer_history set name = 'x'",
                "create table opportunity.another (id bigint)",
                "set session_replication_role = replica",
                "create or replace function platform.current_writer() returns bigint language sql as 'select 1'",
                "update platform.installation set demo = false"
            })
    void refusesToChangeThePast(String statement) {
        assertThatThrownBy(() -> jooq.execute(statement))
                .isInstanceOfAny(DataAccessException.class, org.springframework.dao.DataAccessException.class)
                .hasStackTraceContaining("ERROR: ");
    }

    /** Whatever table of the past there is, also one that a later migration adds. */
    @Test
    void refusesToChangeAnyTableOfThePast() {
        Map<String, String> tables =
                jooq.fetch("""
                        select c.oid::regclass::text, (select min(quote_ident(attname)) from pg_attribute
                            where attrelid = c.oid and attnum > 0 and attidentity = '' and attgenerated = '')
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and (c.relname like '%\\_history' or c.oid = 'audit.entry'::regclass)
                            and n.nspname not in ('pg_catalog', 'public', 'information_schema')
                        """).intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
        assertThat(tables).hasSizeGreaterThan(8);
        tables.forEach((table, column) -> {
            for (String change : CHANGES) {
                String statement = change.replace("TABLE", table).replace("COLUMN", column);
                jooq.execute("savepoint before");
                assertThatThrownBy(() -> jooq.execute(statement))
                        .as(statement)
                        .rootCause()
                        .message()
                        .containsPattern("permission denied|must be owner");
                jooq.execute("rollback to savepoint before");
            }
        });
    }

    @Test
    void keepsATriggerOnEveryTableThatHasAPast() {
        assertThat(jooq.fetch("""
                        select h.oid::regclass from pg_class h join pg_namespace n on n.oid = h.relnamespace
                        where h.relkind = 'r' and h.relname like '%\\_history' and n.nspname not in ('pg_catalog', 'public')
                            and (select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid
                                where c.relnamespace = h.relnamespace and c.relname || '_history' = h.relname
                                    and t.tgname in ('keep_versions', 'watch') and t.tgenabled = 'O') < 2
                        """)).isEmpty();
    }

    @Test
    void refusesAWriteOfNobody() {
        assertThatThrownBy(() -> jooq.execute("insert into organization.department (name) values ('x')"))
                .hasStackTraceContaining("no writer");
    }

    @Test
    void keepsEveryVersionWithWhoAndWhy() {
        writing.by(Viewer.system("first"));
        jooq.execute("insert into customer.customer (name, normalized_name, created_by) values ('one', 'one', 0)");
        writing.by(Viewer.system("second"), "renamed");
        jooq.execute("update customer.customer set name = 'two' where name = 'one'");
        jooq.execute("update customer.customer set normalized_name = 'derived only' where name = 'two'");

        assertThat(jooq.fetch("select name, reason, valid_to is null as now from customer.customer_version"
                                + " where name in ('one', 'two') order by valid_from")
                        .intoMaps())
                .extracting(row -> List.of(row.get("name"), row.get("reason"), row.get("now")))
                .containsExactly(List.of("one", "first", false), List.of("two", "renamed", true));
    }

    @Test
    void givesTwinAndViewTheColumnsOfTheirTable() {
        assertThat(jooq.fetch("""
                        select t.table_schema, t.table_name, t.column_name from information_schema.columns t
                        where exists (select from information_schema.tables h where h.table_schema = t.table_schema
                            and h.table_name = t.table_name || '_history')
                        except
                        select h.table_schema, replace(h.table_name, '_history', ''), h.column_name
                        from information_schema.columns h where h.table_name like '%\\_history'
                        """)).isEmpty();
    }
}
