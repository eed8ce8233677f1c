package qiji.plans;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;

/**
 * What a transaction has done so far, as the database itself counts it: rows read one after the other and by indexes, rows
 * written, by table, triggers and functions included; and the indexes used.
 */
record Reading(Map<String, Table> tables, Map<String, Long> indexes) {
    record Table(long rows, long passes, long passed, long fetched, long written) {
        Table since(Table before) {
            return new Table(
                    rows,
                    passes - before.passes,
                    passed - before.passed,
                    fetched - before.fetched,
                    written - before.written);
        }

        boolean isUsed() {
            return passes > 0 || fetched > 0 || written > 0;
        }
    }

    private static final Table NOTHING = new Table(0, 0, 0, 0, 0);

    static Reading now(DSLContext jooq) {
        Map<String, Table> tables = new TreeMap<>();
        jooq.fetch("""
                        select s.schemaname || '.' || s.relname, greatest(c.reltuples, 0)::bigint, seq_scan, seq_tup_read,
                            coalesce(idx_tup_fetch, 0), n_tup_ins + n_tup_upd + n_tup_del
                        from pg_stat_xact_user_tables s join pg_class c on c.oid = s.relid""")
                .forEach(row -> tables.put(
                        row.get(0, String.class),
                        new Table(
                                row.get(1, Long.class),
                                row.get(2, Long.class),
                                row.get(3, Long.class),
                                row.get(4, Long.class),
                                row.get(5, Long.class))));
        Map<String, Long> indexes = new TreeMap<>();
        jooq.fetch("""
                        select c.relname, pg_stat_get_xact_numscans(c.oid) from pg_class c
                        where c.relkind = 'i' and pg_stat_get_xact_numscans(c.oid) > 0""").forEach(row -> indexes.put(row.get(0, String.class), row.get(1, Long.class)));
        return new Reading(tables, indexes);
    }

    Reading since(Reading before) {
        Map<String, Table> some = new TreeMap<>();
        tables.forEach((name, table) -> {
            Table more = table.since(before.tables.getOrDefault(name, NOTHING));
            if (more.isUsed()) {
                some.put(name, more);
            }
        });
        Map<String, Long> used = new TreeMap<>();
        indexes.forEach((name, scans) -> {
            long more = scans - before.indexes.getOrDefault(name, 0L);
            if (more > 0) {
                used.put(name, more);
            }
        });
        return new Reading(some, used);
    }

    /** The tables of so many rows that were read from end to end. */
    Set<String> passedThrough(long many) {
        Set<String> names = new TreeSet<>();
        tables.forEach((name, table) -> {
            if (table.rows >= many && table.passes > 0) {
                names.add(name);
            }
        });
        return names;
    }

    long fetched() {
        return tables.values().stream().mapToLong(Table::fetched).sum();
    }

    long written() {
        return tables.values().stream().mapToLong(Table::written).sum();
    }
}
