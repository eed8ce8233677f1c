package qiji.product;

import static db.product.Tables.PRODUCT;

import org.springframework.stereotype.Component;
import qiji.records.register.RegisterAccess;

/** Tells companions who sees and changes products. */
@Component
class ProductAccess extends RegisterAccess {
    ProductAccess() {
        super(ProductFields.TYPE, PRODUCT.ID);
    }
}
