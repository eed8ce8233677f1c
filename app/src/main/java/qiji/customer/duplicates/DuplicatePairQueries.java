package qiji.customer.duplicates;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.CUSTOMER;
import static db.customer.Tables.DUPLICATE_PAIR;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import db.customer.tables.records.DuplicatePairRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.customer.Contacts;
import qiji.customer.Customers;
import qiji.customer.duplicates.Likeness.Reason;

/** The pairs of which the viewer may see both. */
@Component
class DuplicatePairQueries {
    private static final int MOST_COUNTED = 1000;

    private final DSLContext jooq;

    DuplicatePairQueries(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Where a page ended. */
    record Place(int score, long id) {}

    /** The best first, behind {@code after}; one more than asked for, if there are more. */
    List<DuplicatePairRecord> page(DuplicateType type, String state, @Nullable Place after, int limit, Viewer viewer) {
        var p = DUPLICATE_PAIR;
        return jooq.selectFrom(p)
                .where(p.TYPE.eq(type.type), p.STATE.eq(state), tells(type, viewer), both(type, viewer))
                .and(after == null ? null : row(p.SCORE, p.ID).lt(after.score(), after.id()))
                .orderBy(p.SCORE.desc(), p.ID.desc())
                .limit(limit + 1)
                .fetch();
    }

    /** How many there are besides of living records, one of which the viewer may not see; counted up to 1,000. */
    int hidden(DuplicateType type, String state, Viewer viewer) {
        var p = DUPLICATE_PAIR;
        Condition living = is(type, p.FIRST_ID, Viewer.system("duplicates"))
                .and(is(type, p.SECOND_ID, Viewer.system("duplicates")));
        return jooq.fetchCount(selectOne()
                .from(p)
                .where(p.TYPE.eq(type.type), p.STATE.eq(state), living)
                .andNot(both(type, viewer))
                .limit(MOST_COUNTED));
    }

    Optional<DuplicatePairRecord> find(DuplicateType type, long id, Viewer viewer) {
        var p = DUPLICATE_PAIR;
        return jooq.selectFrom(p)
                .where(p.ID.eq(id), p.TYPE.eq(type.type), tells(type, viewer), both(type, viewer))
                .fetchOptional();
    }

    /** How many living contacts, of those that the viewer may see, each customer has. */
    Map<Long, Integer> contacts(List<Long> customers, Viewer viewer) {
        Map<Long, Integer> counts = new HashMap<>();
        jooq.select(CONTACT.CUSTOMER_ID, org.jooq.impl.DSL.count())
                .from(CONTACT)
                .where(CONTACT.CUSTOMER_ID.in(customers), CONTACT.ARCHIVED_AT.isNull())
                .and(Contacts.visibleTo(viewer, CONTACT))
                .groupBy(CONTACT.CUSTOMER_ID)
                .forEach(it -> counts.put(it.value1(), it.value2()));
        return counts;
    }

    /** Whether something speaks for the pair that the viewer may read. */
    private static Condition tells(DuplicateType type, Viewer viewer) {
        List<String> readable = new ArrayList<>();
        type.reasonsFor(viewer).forEach((Reason it) -> readable.add(it.name()));
        return arrayOverlap(DUPLICATE_PAIR.REASONS, val(readable.toArray(String[]::new), DUPLICATE_PAIR.REASONS));
    }

    private static Condition both(DuplicateType type, Viewer viewer) {
        return is(type, DUPLICATE_PAIR.FIRST_ID, viewer).and(is(type, DUPLICATE_PAIR.SECOND_ID, viewer));
    }

    private static Condition is(DuplicateType type, Field<Long> id, Viewer viewer) {
        var customer = CUSTOMER.as("customer_of_" + id.getName());
        var contact = CONTACT.as("contact_of_" + id.getName());
        return type == DuplicateType.CUSTOMER
                ? org.jooq.impl.DSL.exists(select(customer.ID)
                        .from(customer)
                        .where(customer.ID.eq(id), customer.ARCHIVED_AT.isNull())
                        .and(Customers.visibleTo(viewer, customer)))
                : org.jooq.impl.DSL.exists(select(contact.ID)
                        .from(contact)
                        .where(contact.ID.eq(id), contact.ARCHIVED_AT.isNull())
                        .and(Contacts.visibleTo(viewer, contact)));
    }
}
