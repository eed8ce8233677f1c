package qiji.product;

import static db.product.Tables.PRODUCT;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.longText;
import static qiji.records.Fields.money;
import static qiji.records.Fields.text;

import db.product.tables.ProductTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.platform.Words;
import qiji.records.RecordType;

/** The fields of a product: what lists, filters, exports and imports know of it. [D1] */
@Configuration(proxyBeanMethods = false)
public class ProductFields {
    public static final RecordType<ProductTable> TYPE = RecordType.of(
                    Products.TYPE, Words.of("产品", "Product"), PRODUCT, p -> p.ID)
            .label("name", p -> p.NAME)
            .hint(p -> p.CODE)
            .visibleToAllReaders()
            .search(p -> p.SEARCH, p -> p.CODE, p -> p.SERIES)
            .customFields(p -> p.CUSTOM)
            .archivedAt(p -> p.ARCHIVED_AT)
            .defaultSort("name")
            .keyFields("code", "name")
            .fields(
                    text("name", "产品名称", "Name", (ProductTable p) -> p.NAME)
                            .required()
                            .column()
                            .alsoCalled("product", "产品"),
                    text("code", "产品编码", "Code", (ProductTable p) -> p.CODE)
                            .asCode()
                            .maxLength(60)
                            .column(),
                    text("series", "系列", "Series", (ProductTable p) -> p.SERIES)
                            .maxLength(100)
                            .column(),
                    text("unit", "单位", "Unit", (ProductTable p) -> p.UNIT).maxLength(20),
                    money("listPrice", "标准价", "List price", (ProductTable p) -> p.LIST_PRICE)
                            .column()
                            .alsoCalled("sales_price", "price", "单价"),
                    money("cost", "成本", "Cost", (ProductTable p) -> p.COST).readableBy(ProductPermissions.COST),
                    longText("description", "说明", "Description", (ProductTable p) -> p.DESCRIPTION),
                    instant("archivedAt", "归档时间", "Archived at", (ProductTable p) -> p.ARCHIVED_AT)
                            .readOnly()
                            .hiddenFromImport(),
                    instant("createdAt", "创建时间", "Created at", (ProductTable p) -> p.CREATED_AT)
                            .readOnly()
                            .hiddenFromImport());

    @Bean
    RecordType<?> productType() {
        return TYPE;
    }
}
