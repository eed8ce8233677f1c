package qiji.product;

import static db.product.Tables.PRODUCT;

import db.product.tables.records.ProductRecord;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import qiji.access.Writing;
import qiji.records.FieldReader;
import qiji.records.Records;
import qiji.records.register.Register;

/** What can be done with products. Everyone who may see products sees all. [D1] */
@Component
public class Products extends Register<ProductRecord> {
    /** How companions and permissions name a product. */
    public static final String TYPE = "product";

    Products(DSLContext jooq, FieldReader reader, Records records, Writing writing, Clock clock) {
        super(ProductFields.TYPE, PRODUCT, jooq, reader, records, writing, clock);
    }
}
