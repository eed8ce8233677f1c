package qiji.customer.duplicates;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.CUSTOMER;
import static db.customer.Tables.DUPLICATE_PAIR;

import db.customer.tables.records.ContactRecord;
import db.customer.tables.records.CustomerRecord;
import db.customer.tables.records.DuplicatePairRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.springframework.stereotype.Component;
import qiji.customer.duplicates.DuplicatePairStore.Contacts;

/**
 * The pairs of a record that was changed, judged anew at once: what is no duplicate any more is not shown until the next
 * search. New ones are found by that. Pairs of what is put away stay: they are shown to nobody, and come back with it. [B1]
 */
@Component
public class OpenPairStore {
    private final DSLContext jooq;
    private final DuplicatePairStore pairs;

    OpenPairStore(DSLContext jooq, DuplicatePairStore pairs) {
        this.jooq = jooq;
        this.pairs = pairs;
    }

    /** Of a row that is about to be written: whether something changes by which it is compared. */
    public static boolean isJudgedBy(UpdatableRecord<?> row) {
        return Stream.<TableField<?, ?>>of(
                        CUSTOMER.NAME,
                        CUSTOMER.CREDIT_CODE,
                        CONTACT.NAME,
                        CONTACT.CUSTOMER_ID,
                        CONTACT.PHONE_HASH,
                        CONTACT.EMAIL_HASH)
                .filter(field -> field.getTable() != null && field.getTable().equals(row.getTable()))
                .anyMatch(row::modified);
    }

    public void judge(CustomerRecord changed) {
        var one = CUSTOMER.as("one");
        var other = CUSTOMER.as("other");
        var p = DUPLICATE_PAIR;
        List<DuplicatePairRecord> judged = new ArrayList<>();
        jooq.select(p.fields())
                .select(one.NAME, one.CREDIT_CODE, other.NAME, other.CREDIT_CODE)
                .from(p)
                .join(one)
                .on(one.ID.eq(p.FIRST_ID).and(one.ARCHIVED_AT.isNull()))
                .join(other)
                .on(other.ID.eq(p.SECOND_ID).and(other.ARCHIVED_AT.isNull()))
                .where(isOpen(DuplicateType.CUSTOMER, changed.getId()))
                .forEach(row -> judged.add(judged(
                        row.into(p),
                        row.get(one.NAME),
                        row.get(other.NAME),
                        CustomerLikeness.of(row.get(one.NAME), row.get(one.CREDIT_CODE))
                                .to(CustomerLikeness.of(row.get(other.NAME), row.get(other.CREDIT_CODE))))));
        save(judged);
    }

    public void judge(ContactRecord changed) {
        List<DuplicatePairRecord> open = jooq.selectFrom(DUPLICATE_PAIR)
                .where(isOpen(DuplicateType.CONTACT, changed.getId()))
                .fetch();
        List<DuplicatePairRecord> judged = new ArrayList<>();
        for (DuplicatePairRecord pair : open) {
            pairs.contacts(pair.getFirstId(), pair.getSecondId())
                    .ifPresent(it -> judged.add(judged(pair, it.name(), it.otherName(), likeness(it))));
        }
        save(judged);
    }

    static Likeness likeness(Contacts it) {
        return ContactLikeness.of(it.name(), it.otherName(), it.sameCustomer(), it.samePhone(), it.sameEmail());
    }

    private static Condition isOpen(DuplicateType type, long id) {
        var p = DUPLICATE_PAIR;
        return p.TYPE.eq(type.type)
                .and(p.STATE.eq(DuplicateState.OPEN.name()))
                .and(p.FIRST_ID.eq(id).or(p.SECOND_ID.eq(id)));
    }

    /** One that is none any more comes back with no score. */
    private static DuplicatePairRecord judged(
            DuplicatePairRecord pair, String name, String otherName, Likeness likeness) {
        pair.setScore(likeness.isDuplicate() ? likeness.score() : 0);
        pair.setReasons(likeness.reasons().stream().map(Enum::name).toArray(String[]::new));
        pair.setFirstName(name);
        pair.setSecondName(otherName);
        return pair;
    }

    private void save(List<DuplicatePairRecord> judged) {
        judged.forEach(pair -> {
            pair.attach(jooq.configuration());
            if (pair.getScore() == 0) {
                pair.delete();
            } else {
                pair.update();
            }
        });
    }
}
