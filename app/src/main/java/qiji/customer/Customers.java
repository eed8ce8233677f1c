package qiji.customer;

import static db.customer.Tables.CUSTOMER;
import static org.jooq.impl.DSL.falseCondition;

import db.customer.tables.CustomerTable;
import db.customer.tables.records.CustomerRecord;
import java.time.Clock;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Sight;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.customer.duplicates.NameKeyStore;
import qiji.customer.duplicates.OpenPairStore;
import qiji.organization.sharing.Shares;
import qiji.platform.Problem;
import qiji.records.FieldReader;
import qiji.records.FieldValues;
import tools.jackson.databind.node.ObjectNode;

/** What can be done with customers: made, edited, given to others, put away. [B1] */
@Component
public class Customers {
    /** How companions, scopes and shares name a customer. */
    public static final String TYPE = "customer";

    private final DSLContext jooq;
    private final FieldReader reader;
    private final CustomerRules rules;
    private final CustomerQueries queries;
    private final NameKeyStore nameKeys;
    private final Writing writing;
    private final OpenPairStore openPairs;
    private final Clock clock;

    Customers(
            DSLContext jooq,
            FieldReader reader,
            CustomerRules rules,
            CustomerQueries queries,
            NameKeyStore nameKeys,
            Writing writing,
            OpenPairStore openPairs,
            Clock clock) {
        this.jooq = jooq;
        this.reader = reader;
        this.rules = rules;
        this.queries = queries;
        this.nameKeys = nameKeys;
        this.writing = writing;
        this.openPairs = openPairs;
        this.clock = clock;
    }

    /**
     * The one rule of who sees which customer: those of their scope, and those shared with them. Every query of
     * customers, in any module, starts from it. [A3]
     */
    public static Condition visibleTo(Viewer viewer, CustomerTable c) {
        return sight(viewer, c).condition();
    }

    static Sight sight(Viewer viewer, CustomerTable c) {
        return viewer.scopeOf(TYPE).over(c.DEPARTMENT_ID, c.OWNER_ID).or(c.ID, Shares.with(viewer, TYPE), Shares.WHY);
    }

    /** The rule of who changes which: a shared one may only be read. */
    public static Condition editableBy(Viewer viewer, CustomerTable c) {
        return viewer.may(CustomerPermissions.EDIT) ? withinScope(viewer, c) : falseCondition();
    }

    static Condition withinScope(Viewer viewer, CustomerTable c) {
        return viewer.scopeOf(TYPE).covers(c.DEPARTMENT_ID, c.OWNER_ID);
    }

    /** Throws NOT_FOUND, FORBIDDEN without the permission to see customers. */
    @Transactional(readOnly = true)
    public CustomerPage get(long id, @Nullable LocalDate asOf, Viewer viewer) {
        return queries.page(id, asOf, viewer);
    }

    /** Makes a customer of {@code values}, owned by the viewer unless they say otherwise. Throws INVALID_FIELDS. */
    @Transactional
    public long create(ObjectNode values, Viewer viewer) {
        viewer.mustBeAllowed(CustomerPermissions.CREATE);
        return insert(reader.forCreate(CustomerFields.TYPE, values, viewer), false, viewer);
    }

    /** {@code imported} marks what comes from a file. */
    long insert(FieldValues values, boolean imported, Viewer viewer) {
        CustomerRecord row = jooq.newRecord(CUSTOMER);
        values.applyTo(row);
        rules.complete(row, viewer);
        row.setImported(imported);
        row.setCreatedBy(viewer.userId());
        row.setCreatedAt(clock.instant());
        writing.by(viewer);
        row.insert();
        index(row);
        return row.getId();
    }

    /** Changes what {@code values} name; null clears. Throws STALE_VERSION, INVALID_FIELDS, FORBIDDEN, ARCHIVED. */
    @Transactional
    public int edit(long id, ObjectNode values, Viewer viewer) {
        CustomerRecord row = lockEditable(id, CustomerPermissions.EDIT, viewer);
        FieldValues given = reader.forEdit(CustomerFields.TYPE, values, viewer);
        given.mustBeOn(row.getVersion());
        if (row.getArchivedAt() != null) {
            throw new Problem(CustomerProblem.ARCHIVED);
        }
        given.applyTo(row);
        rules.complete(row, viewer);
        return save(row, viewer, null);
    }

    /** Puts it away: out of lists and lookups, with all that belongs to it kept. Repeating it changes nothing. */
    @Transactional
    public void archive(long id, Viewer viewer) {
        CustomerRecord row = lockEditable(id, CustomerPermissions.ARCHIVE, viewer);
        if (row.getArchivedAt() == null) {
            row.setArchivedAt(clock.instant());
            save(row, viewer, null);
        }
    }

    /** Archives what an import made; its external id is free again, so that it can be loaded anew. */
    void takeBack(long id, Viewer viewer) {
        CustomerRecord row = lockEditable(id, CustomerPermissions.EDIT, viewer);
        row.setExternalId(null);
        row.setArchivedAt(clock.instant());
        save(row, viewer, null);
    }

    /** Takes it back. Throws INVALID_FIELDS if another one has its credit code by now, MERGED if it became another one. */
    @Transactional
    public void restore(long id, Viewer viewer) {
        CustomerRecord row = lockEditable(id, CustomerPermissions.ARCHIVE, viewer);
        if (row.getMergedIntoId() != null) {
            throw new Problem(CustomerProblem.MERGED);
        }
        if (row.getArchivedAt() != null) {
            row.setArchivedAt(null);
            save(row, viewer, null);
        }
    }

    /** Gives it to another owner and to that person's department. Throws INVALID_FIELDS, FORBIDDEN. */
    @Transactional
    public void transfer(long id, long ownerId, String reason, Viewer viewer) {
        CustomerRecord row = lockEditable(id, CustomerPermissions.TRANSFER, viewer);
        rules.mustBeActive(ownerId);
        row.setOwnerId(ownerId);
        rules.complete(row, viewer);
        save(row, viewer, reason);
    }

    private int save(CustomerRecord row, Viewer viewer, @Nullable String reason) {
        writing.by(viewer, reason);
        return store(row);
    }

    /** What a merge made of it, judged as an edit is; for a caller that locked it and said who writes. Throws INVALID_FIELDS. */
    public void storeMerged(CustomerRecord row, Viewer viewer) {
        rules.complete(row, viewer);
        store(row);
    }

    /** Writes it as it is; for a caller that locked it, knows it to be right, and said who writes. */
    public int store(CustomerRecord row) {
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
    private CustomerRecord lockEditable(long id, String permission, Viewer viewer) {
        CustomerRecord row = jooq.selectFrom(CUSTOMER)
                .where(CUSTOMER.ID.eq(id))
                .and(visibleTo(viewer, CUSTOMER))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        viewer.mustBeAllowed(permission);
        if (!jooq.fetchExists(CUSTOMER, CUSTOMER.ID.eq(id).and(withinScope(viewer, CUSTOMER)))) {
            throw Problem.forbidden(permission);
        }
        return row;
    }

    private void index(CustomerRecord row) {
        jooq.update(CUSTOMER)
                .set(CustomerFields.TYPE.searchOf(row))
                .where(CUSTOMER.ID.eq(row.getId()))
                .execute();
        nameKeys.write(row.getId(), row.getName());
    }
}
