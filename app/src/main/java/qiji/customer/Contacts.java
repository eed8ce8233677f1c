package qiji.customer;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.CUSTOMER;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import db.customer.tables.ContactTable;
import db.customer.tables.CustomerTable;
import db.customer.tables.records.ContactRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Audits;
import qiji.access.FieldAccess;
import qiji.access.RecordAccess;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.customer.duplicates.OpenPairStore;
import qiji.platform.Problem;
import qiji.records.FieldReader;
import qiji.records.FieldValues;
import qiji.records.RecordPage;
import qiji.records.Records;
import qiji.records.past.AsOf;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What can be done with the people at customers. Who sees a customer sees its people. [B2 B7] */
@Component
public class Contacts {
    /** How companions and permissions name a contact. */
    public static final String TYPE = "contact";

    private final DSLContext jooq;
    private final FieldReader reader;
    private final Records records;
    private final ContactFields fields;
    private final ContactRules rules;
    private final PersonalData personal;
    private final Audits audits;
    private final Writing writing;
    private final OpenPairStore openPairs;
    private final Clock clock;

    Contacts(
            DSLContext jooq,
            FieldReader reader,
            Records records,
            ContactFields fields,
            ContactRules rules,
            PersonalData personal,
            Audits audits,
            Writing writing,
            OpenPairStore openPairs,
            Clock clock) {
        this.jooq = jooq;
        this.reader = reader;
        this.records = records;
        this.fields = fields;
        this.rules = rules;
        this.personal = personal;
        this.audits = audits;
        this.writing = writing;
        this.openPairs = openPairs;
        this.clock = clock;
    }

    /** What is shown to those only who may see it, each time written down. */
    record Reachable(@Nullable String phone, @Nullable String email) {}

    /** The one rule of who sees which contact: those of the customers that they may see. [A3] */
    public static Condition visibleTo(Viewer viewer, ContactTable c) {
        if (!viewer.may(CustomerPermissions.READ)) {
            return falseCondition();
        }
        CustomerTable theirs = CUSTOMER.as("their_customer");
        Condition seen = Customers.visibleTo(viewer, theirs);
        return seen.equals(trueCondition())
                ? seen
                : c.CUSTOMER_ID.in(select(theirs.ID)
                        .from(AsOf.rows(CUSTOMER, theirs.getName()))
                        .where(seen));
    }

    /** The rule of who changes which: those of the customers within their scope, not of shared ones. */
    public static Condition editableBy(Viewer viewer, ContactTable c) {
        if (!viewer.may(CustomerPermissions.CONTACT_EDIT)) {
            return falseCondition();
        }
        CustomerTable theirs = CUSTOMER.as("their_customer");
        return RecordAccess.oneOf(c.CUSTOMER_ID, theirs.ID, Customers.withinScope(viewer, theirs));
    }

    /**
     * As of the end of a day, null for now; of the past nothing may be done. Throws NOT_FOUND, INVALID_FIELDS, FORBIDDEN
     * without the permission to see contacts.
     */
    @Transactional(readOnly = true)
    public RecordPage get(long id, @Nullable LocalDate asOf, Viewer viewer) {
        viewer.mustBeAllowed(CustomerPermissions.CONTACT_READ);
        Instant moment = AsOf.endOf(asOf, clock);
        var values = records.one(fields.type(), id, moment, viewer);
        if (moment != null) {
            return RecordPage.of(id, 0, values, Map.of());
        }
        ContactRecord row = jooq.fetchSingle(CONTACT, CONTACT.ID.eq(id));
        boolean within = rules.isWithinScope(row.getCustomerId(), viewer);
        boolean archived = row.getArchivedAt() != null;
        boolean merged = row.getMergedIntoId() != null;
        return RecordPage.of(
                id,
                row.getVersion(),
                values,
                Map.of(
                        "edit", within && viewer.may(CustomerPermissions.CONTACT_EDIT) && !merged,
                        "archive", within && viewer.may(CustomerPermissions.CONTACT_ARCHIVE) && !merged,
                        "merge", within && !archived && viewer.may(CustomerPermissions.CONTACT_MERGE),
                        "unmask", viewer.may(CustomerPermissions.UNMASK)));
    }

    /** The whole number and address; who asked is written down. Throws NOT_FOUND, FORBIDDEN. [B7] */
    @Transactional
    public Reachable unmask(long id, Viewer viewer) {
        viewer.mustBeAllowed(CustomerPermissions.CONTACT_READ);
        ContactRecord row = jooq.selectFrom(CONTACT)
                .where(CONTACT.ID.eq(id))
                .and(visibleTo(viewer, CONTACT))
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        viewer.mustBeAllowed(CustomerPermissions.UNMASK);
        audits.record(viewer, "unmask", "customer.contact", id, Map.of());
        return new Reachable(
                hides("phone", viewer)
                        ? null
                        : personal.phone(row.getPhoneCipher()).orElse(null),
                hides("email", viewer)
                        ? null
                        : personal.email(row.getEmailCipher()).orElse(null));
    }

    private static boolean hides(String field, Viewer viewer) {
        return viewer.accessTo(TYPE, field) == FieldAccess.HIDDEN;
    }

    /** Throws INVALID_FIELDS, FORBIDDEN if the customer is not within the viewer's scope. */
    @Transactional
    public long create(ObjectNode values, Viewer viewer) {
        viewer.mustBeAllowed(CustomerPermissions.CONTACT_CREATE);
        ContactRecord row = jooq.newRecord(CONTACT);
        fill(row, reader.forCreate(fields.type(), values, viewer), viewer);
        row.setCreatedBy(viewer.userId());
        row.setCreatedAt(clock.instant());
        writing.by(viewer);
        row.insert();
        index(row);
        return row.getId();
    }

    /** Changes what {@code values} name; null clears. Throws STALE_VERSION, INVALID_FIELDS, FORBIDDEN. */
    @Transactional
    public int edit(long id, ObjectNode values, Viewer viewer) {
        ContactRecord row = lock(id, CustomerPermissions.CONTACT_EDIT, viewer);
        FieldValues given = reader.forEdit(fields.type(), values, viewer);
        given.mustBeOn(row.getVersion());
        mustNotBeMerged(row);
        fill(row, given, viewer);
        return save(row, viewer);
    }

    private static void mustNotBeMerged(ContactRecord row) {
        if (row.getMergedIntoId() != null) {
            throw new Problem(CustomerProblem.MERGED);
        }
    }

    private void fill(ContactRecord row, FieldValues values, Viewer viewer) {
        values.applyTo(row);
        rules.check(row, values, viewer);
        if (values.has("phone")) {
            personal.putPhone(values.text("phone"), row);
        }
        if (values.has("email")) {
            personal.putEmail(values.text("email"), row);
        }
    }

    /** Puts it away. Repeating it changes nothing. */
    @Transactional
    public void archive(long id, Viewer viewer) {
        ContactRecord row = lock(id, CustomerPermissions.CONTACT_ARCHIVE, viewer);
        if (row.getArchivedAt() == null) {
            row.setArchivedAt(clock.instant());
            save(row, viewer);
        }
    }

    @Transactional
    public void restore(long id, Viewer viewer) {
        ContactRecord row = lock(id, CustomerPermissions.CONTACT_ARCHIVE, viewer);
        mustNotBeMerged(row);
        if (row.getArchivedAt() != null) {
            row.setArchivedAt(null);
            save(row, viewer);
        }
    }

    /** Archives what an import made; its external id is free again, so that it can be loaded anew. */
    void takeBack(long id, Viewer viewer) {
        ContactRecord row = lock(id, CustomerPermissions.CONTACT_EDIT, viewer);
        row.setExternalId(null);
        row.setArchivedAt(clock.instant());
        save(row, viewer);
    }

    /** Phones and addresses as they are, to compare a file with: they leave the module only into an import's undo. */
    Map<Long, ObjectNode> reachable(Set<Long> ids) {
        return jooq.selectFrom(CONTACT)
                .where(CONTACT.ID.in(ids))
                .fetchMap(
                        CONTACT.ID,
                        row -> JsonNodeFactory.instance
                                .objectNode()
                                .put(
                                        "phone",
                                        personal.phone(row.getPhoneCipher()).orElse(null))
                                .put(
                                        "email",
                                        personal.email(row.getEmailCipher()).orElse(null)));
    }

    private int save(ContactRecord row, Viewer viewer) {
        writing.by(viewer);
        return store(row);
    }

    /** What a merge made of it, judged as an edit is; for a caller that locked it and said who writes. Throws INVALID_FIELDS. */
    public void storeMerged(ContactRecord row, Viewer viewer) {
        rules.check(row, viewer);
        store(row);
    }

    /** Writes it as it is; for a caller that locked it, knows it to be right, and said who writes. */
    public int store(ContactRecord row) {
        boolean isJudged = OpenPairStore.isJudgedBy(row);
        row.setVersion(row.getVersion() + 1);
        row.update();
        index(row);
        if (isJudged) {
            openPairs.judge(row);
        }
        return row.getVersion();
    }

    /** Throws NOT_FOUND if the viewer may not see it, FORBIDDEN if they may see but not change it. */
    private ContactRecord lock(long id, String permission, Viewer viewer) {
        ContactRecord row = jooq.selectFrom(CONTACT)
                .where(CONTACT.ID.eq(id))
                .and(visibleTo(viewer, CONTACT))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        viewer.mustBeAllowed(permission);
        rules.mustBeWithinScope(row.getCustomerId(), viewer);
        return row;
    }

    private void index(ContactRecord row) {
        jooq.update(CONTACT)
                .set(fields.type().searchOf(row))
                .where(CONTACT.ID.eq(row.getId()))
                .execute();
    }
}
