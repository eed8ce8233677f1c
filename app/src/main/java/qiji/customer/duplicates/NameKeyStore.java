package qiji.customer.duplicates;

import static db.customer.Tables.CUSTOMER;
import static db.customer.Tables.NAME_KEYS;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record2;
import org.springframework.stereotype.Component;

/** The keys by which customers are found whose names are alike. */
@Component
public class NameKeyStore {
    /** More of a key are no duplicates, but a name that many have. */
    private static final int MOST_OF_ONE = 100;

    private final DSLContext jooq;

    NameKeyStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** To be called by whoever gives a customer its name; what was forgotten is caught up with by {@link NameKeying}. */
    public void write(long customerId, String name) {
        query(customerId, name).execute();
    }

    private Query query(long customerId, String name) {
        return jooq.insertInto(NAME_KEYS)
                .set(NAME_KEYS.CUSTOMER_ID, customerId)
                .set(NAME_KEYS.NAME, name)
                .set(NAME_KEYS.KEYS, BlockingKeys.of(CompanyName.of(name)))
                .onConflict(NAME_KEYS.CUSTOMER_ID)
                .doUpdate()
                .set(NAME_KEYS.NAME, excluded(NAME_KEYS.NAME))
                .set(NAME_KEYS.KEYS, excluded(NAME_KEYS.KEYS))
                .where(NAME_KEYS.NAME.ne(excluded(NAME_KEYS.NAME)));
    }

    /** Two customers with a key in common. */
    record Two(long id, long otherId) {}

    /**
     * The customers with one of the keys of a name. Served by name_keys_by_key, key by key: how many rows have one of
     * several keys is guessed so badly that all would be read.
     */
    Long[] sharingWith(CompanyName name) {
        return jooq.resultQuery("""
                select distinct found.id from unnest({0}) as one (key)
                cross join lateral (
                    with alike as materialized (select customer_id as id from customer.name_keys where keys @> array[one.key])
                    select id from alike limit {1}) as found""", val(BlockingKeys.of(name)), inline(MOST_OF_ONE))
                .fetchArray(0, Long.class);
    }

    /** Who has a key in common with one of {@code ids}, and was made {@code later}, or before it. */
    List<Two> sharingWith(Collection<Long> ids, boolean later) {
        return jooq.resultQuery("""
                select distinct mine.customer_id, found.id
                from customer.name_keys as mine
                cross join unnest(mine.keys) as one (key)
                cross join lateral (
                    with alike as materialized (select customer_id as id from customer.name_keys where keys @> array[one.key])
                    select id from alike where (id - mine.customer_id) * {1} > 0 limit {2}) as found
                where mine.customer_id = any({0})""", val(ids.toArray(Long[]::new)), inline(later ? 1 : -1), inline(MOST_OF_ONE))
                .fetch(row -> new Two(row.get(0, Long.class), row.get(1, Long.class)));
    }

    boolean isBehind() {
        return jooq.fetchExists(selectOne()
                .from(CUSTOMER)
                .leftJoin(NAME_KEYS)
                .on(NAME_KEYS.CUSTOMER_ID.eq(CUSTOMER.ID))
                .where(NAME_KEYS.CUSTOMER_ID.isNull()));
    }

    /** The last of the next customers behind {@code after}, whose keys are right now; {@code after} if there are none. */
    long fill(long after, int most) {
        List<Long> ids = jooq.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.gt(after))
                .orderBy(CUSTOMER.ID)
                .limit(most)
                .fetch(CUSTOMER.ID);
        if (ids.isEmpty()) {
            return after;
        }
        List<Record2<Long, String>> stale = jooq.select(CUSTOMER.ID, CUSTOMER.NAME)
                .from(CUSTOMER)
                .leftJoin(NAME_KEYS)
                .on(NAME_KEYS.CUSTOMER_ID.eq(CUSTOMER.ID))
                .where(CUSTOMER.ID.between(ids.getFirst(), ids.getLast()))
                .and(NAME_KEYS.NAME.isDistinctFrom(CUSTOMER.NAME))
                .fetch();
        jooq.batch(stale.stream().map(it -> query(it.value1(), it.value2())).toList())
                .execute();
        return ids.getLast();
    }
}
