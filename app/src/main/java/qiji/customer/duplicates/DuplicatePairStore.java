package qiji.customer.duplicates;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.CUSTOMER;
import static db.customer.Tables.DUPLICATE_PAIR;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.customer.duplicates.NameKeyStore.Two;

/** What a search reads and writes: pairs of records that may be alike, some hundred records at a time. */
@Component
class DuplicatePairStore {
    /** More of a kind are no duplicates, but a name that many have. */
    private static final int MOST_OF_ONE = 100;
    /** A number that more contacts share is a switchboard. */
    private static final int MOST_AT_A_NUMBER = 5;

    private final DSLContext jooq;
    private final NameKeyStore nameKeys;

    DuplicatePairStore(DSLContext jooq, NameKeyStore nameKeys) {
        this.jooq = jooq;
        this.nameKeys = nameKeys;
    }

    /** Two customers with a key in common. */
    record Customers(
            long id,
            String name,
            @Nullable String code,
            long otherId,
            String otherName,
            @Nullable String otherCode) {}

    /** Two contacts of one customer, or with one number or address. */
    record Contacts(
            long id,
            String name,
            long otherId,
            String otherName,
            boolean sameCustomer,
            boolean samePhone,
            boolean sameEmail) {}

    /** Two records and how alike they are. */
    record Pair(long firstId, String firstName, long secondId, String secondName, Likeness likeness) {}

    int count(DuplicateType type) {
        return type == DuplicateType.CUSTOMER
                ? jooq.fetchCount(CUSTOMER, CUSTOMER.ARCHIVED_AT.isNull())
                : jooq.fetchCount(CONTACT, CONTACT.ARCHIVED_AT.isNull());
    }

    /** The next living records behind {@code after}. */
    List<Long> next(DuplicateType type, long after, int most) {
        return type == DuplicateType.CUSTOMER
                ? jooq.select(CUSTOMER.ID)
                        .from(CUSTOMER)
                        .where(CUSTOMER.ID.gt(after), CUSTOMER.ARCHIVED_AT.isNull())
                        .orderBy(CUSTOMER.ID)
                        .limit(most)
                        .fetch(CUSTOMER.ID)
                : jooq.select(CONTACT.ID)
                        .from(CONTACT)
                        .where(CONTACT.ID.gt(after), CONTACT.ARCHIVED_AT.isNull())
                        .orderBy(CONTACT.ID)
                        .limit(most)
                        .fetch(CONTACT.ID);
    }

    /** Of {@code ids} with those made later. */
    List<Customers> customersAlike(List<Long> ids) {
        List<Two> pairs = nameKeys.sharingWith(ids, true);
        Set<Long> all = new HashSet<>();
        pairs.forEach(it -> all.addAll(List.of(it.id(), it.otherId())));
        Map<Long, Record3<Long, String, String>> known = jooq.select(CUSTOMER.ID, CUSTOMER.NAME, CUSTOMER.CREDIT_CODE)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(any(val(all.toArray(Long[]::new)))), CUSTOMER.ARCHIVED_AT.isNull())
                .fetchMap(CUSTOMER.ID);
        List<Customers> alike = new ArrayList<>();
        for (Two pair : pairs) {
            Record3<Long, String, String> one = known.get(pair.id());
            Record3<Long, String, String> other = known.get(pair.otherId());
            if (one != null && other != null) {
                alike.add(two(one, other));
            }
        }
        return alike;
    }

    private static Customers two(Record3<Long, String, String> one, Record3<Long, String, String> other) {
        return new Customers(one.value1(), one.value2(), one.value3(), other.value1(), other.value2(), other.value3());
    }

    List<Contacts> contactsAlike(long from, long to) {
        var one = CONTACT.as("one");
        var two = CONTACT.as("two");
        Condition sameCustomer = two.CUSTOMER_ID.eq(one.CUSTOMER_ID);
        Condition samePhone = shared(two.PHONE_HASH, one.PHONE_HASH, CONTACT.PHONE_HASH);
        Condition sameEmail = shared(two.EMAIL_HASH, one.EMAIL_HASH, CONTACT.EMAIL_HASH);
        Condition living = two.ID.gt(one.ID).and(two.ARCHIVED_AT.isNull());
        var alike = lateral(select(two.ID)
                        .from(two)
                        .where(sameCustomer, living)
                        .union(select(two.ID).from(two).where(two.PHONE_HASH.eq(one.PHONE_HASH), living))
                        .union(select(two.ID).from(two).where(two.EMAIL_HASH.eq(one.EMAIL_HASH), living))
                        .limit(MOST_OF_ONE))
                .as("alike", "id");
        return jooq.select(
                        one.ID,
                        one.NAME,
                        two.ID,
                        two.NAME,
                        DSL.field(sameCustomer),
                        DSL.field(samePhone),
                        DSL.field(sameEmail))
                .from(one)
                .crossJoin(alike)
                .join(two)
                .on(two.ID.eq(alike.field("id", Long.class)))
                .where(one.ID.between(from, to), one.ARCHIVED_AT.isNull())
                .fetch(mapping(Contacts::new));
    }

    /** These two, if both live: what they have in common. */
    Optional<Contacts> contacts(long id, long otherId) {
        var one = CONTACT.as("one");
        var two = CONTACT.as("two");
        return jooq.select(
                        one.ID,
                        one.NAME,
                        two.ID,
                        two.NAME,
                        DSL.field(two.CUSTOMER_ID.eq(one.CUSTOMER_ID)),
                        DSL.field(shared(two.PHONE_HASH, one.PHONE_HASH, CONTACT.PHONE_HASH)),
                        DSL.field(shared(two.EMAIL_HASH, one.EMAIL_HASH, CONTACT.EMAIL_HASH)))
                .from(one)
                .join(two)
                .on(two.ID.eq(otherId))
                .where(one.ID.eq(id), one.ARCHIVED_AT.isNull(), two.ARCHIVED_AT.isNull())
                .fetchOptional(mapping(Contacts::new));
    }

    private static Condition shared(Field<byte[]> one, Field<byte[]> other, Field<byte[]> all) {
        return DSL.coalesce(DSL.field(one.eq(other)), false)
                .isTrue()
                .and(DSL.field(DSL.selectCount()
                                .from(select(DSL.one())
                                        .from(CONTACT)
                                        .where(all.eq(one), CONTACT.ARCHIVED_AT.isNull())
                                        .limit(MOST_AT_A_NUMBER + 1)))
                        .le(MOST_AT_A_NUMBER));
    }

    /** A pair that was dismissed stays so, as long as both are called as they were. */
    void write(DuplicateType type, List<Pair> pairs, long search, Instant now) {
        var p = DUPLICATE_PAIR;
        Condition called = p.FIRST_NAME.eq(excluded(p.FIRST_NAME)).and(p.SECOND_NAME.eq(excluded(p.SECOND_NAME)));
        jooq.batch(pairs.stream()
                        .map(pair -> jooq.insertInto(p)
                                .set(p.TYPE, type.type)
                                .set(p.FIRST_ID, pair.firstId())
                                .set(p.SECOND_ID, pair.secondId())
                                .set(p.SCORE, pair.likeness().score())
                                .set(p.REASONS, names(pair.likeness()))
                                .set(p.FIRST_NAME, pair.firstName())
                                .set(p.SECOND_NAME, pair.secondName())
                                .set(p.FOUND_AT, now)
                                .set(p.SEEN_BY, search)
                                .onConflictOnConstraint(db.customer.Keys.DUPLICATE_PAIR_ONCE)
                                .doUpdate()
                                .set(p.SCORE, excluded(p.SCORE))
                                .set(p.REASONS, excluded(p.REASONS))
                                .set(
                                        p.STATE,
                                        when(called.and(p.STATE.eq("DISMISSED")), "DISMISSED")
                                                .otherwise("OPEN"))
                                .set(p.FIRST_NAME, excluded(p.FIRST_NAME))
                                .set(p.SECOND_NAME, excluded(p.SECOND_NAME))
                                .set(p.SEEN_BY, search))
                        .toList())
                .execute();
    }

    private static String[] names(Likeness likeness) {
        return likeness.reasons().stream().map(Enum::name).toArray(String[]::new);
    }

    /** Drops those that this search did not find again, but for merged ones, and tells how many are to be decided on. */
    int finish(DuplicateType type, long search) {
        var p = DUPLICATE_PAIR;
        Condition merged = type == DuplicateType.CUSTOMER
                ? exists(selectOne()
                        .from(CUSTOMER)
                        .where(CUSTOMER.ID.in(p.FIRST_ID, p.SECOND_ID))
                        .and(CUSTOMER.MERGED_INTO_ID.in(p.FIRST_ID, p.SECOND_ID)))
                : exists(selectOne()
                        .from(CONTACT)
                        .where(CONTACT.ID.in(p.FIRST_ID, p.SECOND_ID))
                        .and(CONTACT.MERGED_INTO_ID.in(p.FIRST_ID, p.SECOND_ID)));
        jooq.update(p)
                .set(p.STATE, "MERGED")
                .where(p.TYPE.eq(type.type), p.SEEN_BY.ne(search), p.STATE.eq("OPEN"), merged)
                .execute();
        jooq.deleteFrom(p)
                .where(p.TYPE.eq(type.type), p.SEEN_BY.ne(search), p.STATE.ne("MERGED"))
                .execute();
        return jooq.fetchCount(p, p.TYPE.eq(type.type).and(p.STATE.eq("OPEN")));
    }

    void decide(long id, String state, Instant at, long userId) {
        var p = DUPLICATE_PAIR;
        jooq.update(p)
                .set(p.STATE, state)
                .set(p.DECIDED_AT, at)
                .set(p.DECIDED_BY, userId)
                .where(p.ID.eq(id), p.STATE.ne(state), p.STATE.ne("MERGED"))
                .execute();
    }
}
