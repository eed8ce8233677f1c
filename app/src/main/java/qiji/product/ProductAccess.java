package qiji.product;

import static db.product.Tables.PRODUCT;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import db.product.tables.ProductTable;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import qiji.access.GrantsAccess;
import qiji.access.Reason;
import qiji.access.RecordAccess;
import qiji.access.Viewer;
import qiji.platform.Words;

/** Tells companions who sees and changes products. */
@Component
class ProductAccess implements GrantsAccess {
    @Override
    public String type() {
        return Products.TYPE;
    }

    @Override
    public Words label() {
        return Words.of("产品", "Product");
    }

    @Override
    public Condition visible(Viewer viewer, Field<Long> id) {
        return RecordAccess.oneOf(id, PRODUCT.ID, trueCondition());
    }

    @Override
    public List<Reason> reasons(Viewer viewer, Field<Long> id) {
        return List.of(new Reason(
                Reason.By.PERMISSION,
                Words.of("有权限的人能看到所有产品", "Who has the permission sees all products"),
                visible(viewer, id)));
    }

    @Override
    public Field<String> nameOf(Field<Long> id) {
        ProductTable named = PRODUCT.as("named_product");
        return DSL.field(select(named.NAME).from(named).where(named.ID.eq(id)));
    }

    @Override
    public boolean mayWrite(Viewer viewer, long id) {
        return viewer.may(ProductPermissions.EDIT);
    }
}
