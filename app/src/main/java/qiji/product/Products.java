package qiji.product;

import static db.product.Tables.PRODUCT;

import db.product.tables.records.ProductRecord;
import java.time.Clock;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.Problem;
import qiji.records.FieldReader;
import qiji.records.FieldValues;
import qiji.records.RecordPage;
import qiji.records.Records;
import tools.jackson.databind.node.ObjectNode;

/** What can be done with products: made, edited, put away. Everyone who may see products sees all. [D1] */
@Component
public class Products {
    /** How companions and permissions name a product. */
    public static final String TYPE = "product";

    private final DSLContext jooq;
    private final FieldReader reader;
    private final Records records;
    private final Writing writing;
    private final Clock clock;

    Products(DSLContext jooq, FieldReader reader, Records records, Writing writing, Clock clock) {
        this.jooq = jooq;
        this.reader = reader;
        this.records = records;
        this.writing = writing;
        this.clock = clock;
    }

    /** Throws NOT_FOUND, FORBIDDEN without the permission to see products. */
    @Transactional(readOnly = true)
    public RecordPage get(long id, Viewer viewer) {
        viewer.mustBeAllowed(ProductPermissions.READ);
        var values = records.one(ProductFields.TYPE, id, viewer);
        int version = jooq.fetchSingle(PRODUCT, PRODUCT.ID.eq(id)).getVersion();
        return RecordPage.of(
                id,
                version,
                values,
                Map.of(
                        "edit", viewer.may(ProductPermissions.EDIT),
                        "archive", viewer.may(ProductPermissions.ARCHIVE)));
    }

    /** Throws INVALID_FIELDS, also for a name or code that is taken. */
    @Transactional
    public long create(ObjectNode values, Viewer viewer) {
        viewer.mustBeAllowed(ProductPermissions.CREATE);
        ProductRecord row = jooq.newRecord(PRODUCT);
        reader.forCreate(ProductFields.TYPE, values, viewer).applyTo(row);
        row.setCreatedBy(viewer.userId());
        row.setCreatedAt(clock.instant());
        writing.by(viewer);
        row.insert();
        index(row);
        return row.getId();
    }

    /** Changes what {@code values} name; null clears. Throws STALE_VERSION, INVALID_FIELDS. */
    @Transactional
    public int edit(long id, ObjectNode values, Viewer viewer) {
        ProductRecord row = lock(id, ProductPermissions.EDIT, viewer);
        FieldValues given = reader.forEdit(ProductFields.TYPE, values, viewer);
        given.mustBeOn(row.getVersion());
        given.applyTo(row);
        return save(row, viewer);
    }

    /** Puts it away: it can no longer be chosen. Repeating it changes nothing. */
    @Transactional
    public void archive(long id, Viewer viewer) {
        ProductRecord row = lock(id, ProductPermissions.ARCHIVE, viewer);
        if (row.getArchivedAt() == null) {
            row.setArchivedAt(clock.instant());
            save(row, viewer);
        }
    }

    @Transactional
    public void restore(long id, Viewer viewer) {
        ProductRecord row = lock(id, ProductPermissions.ARCHIVE, viewer);
        if (row.getArchivedAt() != null) {
            row.setArchivedAt(null);
            save(row, viewer);
        }
    }

    /** Removes what an import made, unless something stands on it: its name must be free to be loaded anew. */
    void remove(long id, Viewer viewer) {
        ProductRecord row = lock(id, ProductPermissions.EDIT, viewer);
        writing.by(viewer);
        row.delete();
    }

    private int save(ProductRecord row, Viewer viewer) {
        row.setVersion(row.getVersion() + 1);
        writing.by(viewer);
        row.update();
        index(row);
        return row.getVersion();
    }

    private ProductRecord lock(long id, String permission, Viewer viewer) {
        viewer.mustBeAllowed(ProductPermissions.READ);
        ProductRecord row = jooq.selectFrom(PRODUCT)
                .where(PRODUCT.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        viewer.mustBeAllowed(permission);
        return row;
    }

    private void index(ProductRecord row) {
        jooq.update(PRODUCT)
                .set(ProductFields.TYPE.searchOf(row))
                .where(PRODUCT.ID.eq(row.getId()))
                .execute();
    }
}
