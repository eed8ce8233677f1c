package qiji.customer;

import static db.customer.Tables.CUSTOMER;
import static qiji.records.Fields.bool;
import static qiji.records.Fields.dictionary;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.integer;
import static qiji.records.Fields.longText;
import static qiji.records.Fields.money;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.tags;
import static qiji.records.Fields.text;
import static qiji.records.Fields.url;

import db.customer.tables.CustomerTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.organization.DepartmentFields;
import qiji.organization.UserFields;
import qiji.platform.Words;
import qiji.records.RecordType;

/** The fields of a customer: what lists, filters, exports and imports know of it. [B1] */
@Configuration(proxyBeanMethods = false)
public class CustomerFields {
    public static final RecordType<CustomerTable> TYPE = RecordType.of(
                    Customers.TYPE, Words.of("客户", "Customer"), CUSTOMER, c -> c.ID)
            .label("name", c -> c.NAME)
            .hint(c -> c.CREDIT_CODE)
            .versioned()
            .seen(Customers::sight)
            .walkedBy("createdAt")
            .search(c -> c.SEARCH, c -> c.CREDIT_CODE, c -> c.EXTERNAL_ID)
            .alsoNamed(c -> c.NORMALIZED_NAME)
            .alsoNamed(c -> c.FORMER_NAMES)
            .customFields(c -> c.CUSTOM)
            .archivedAt(c -> c.ARCHIVED_AT)
            .defaultSort("-createdAt")
            .keyFields("externalId", "creditCode", "name")
            .fields(
                    text("name", "客户名称", "Name", (CustomerTable c) -> c.NAME)
                            .required()
                            .column()
                            .alsoCalled("account", "客户", "公司"),
                    text("creditCode", "统一社会信用代码", "Credit code", (CustomerTable c) -> c.CREDIT_CODE)
                            .asCode()
                            .maxLength(40)
                            .alsoCalled("uscc", "信用代码", "税号"),
                    dictionary("industry", "行业", "Industry", (CustomerTable c) -> c.INDUSTRY, "industry")
                            .column()
                            .alsoCalled("sector"),
                    text("region", "地区", "Region", (CustomerTable c) -> c.REGION)
                            .maxLength(100)
                            .alsoCalled("office_location", "location", "省份", "城市"),
                    dictionary("level", "客户级别", "Level", (CustomerTable c) -> c.LEVEL, "customer-level")
                            .column(),
                    dictionary(
                            "managementLevel",
                            "管理级别",
                            "Management level",
                            (CustomerTable c) -> c.MANAGEMENT_LEVEL,
                            "customer-management-level"),
                    dictionary("size", "规模", "Size", (CustomerTable c) -> c.SIZE, "customer-size"),
                    integer("employeeCount", "员工人数", "Employees", (CustomerTable c) -> c.EMPLOYEE_COUNT)
                            .alsoCalled("employees"),
                    money("annualRevenue", "年营业额", "Annual revenue", (CustomerTable c) -> c.ANNUAL_REVENUE)
                            .summable()
                            .alsoCalled("revenue"),
                    integer("foundedYear", "成立年份", "Founded in", (CustomerTable c) -> c.FOUNDED_YEAR)
                            .alsoCalled("year_established"),
                    dictionary("source", "来源", "Source", (CustomerTable c) -> c.SOURCE, "customer-source"),
                    reference("parent", "上级客户", "Parent", (CustomerTable c) -> c.PARENT_ID, () -> CustomerFields.TYPE)
                            .alsoCalled("subsidiary_of", "集团"),
                    reference("owner", "负责人", "Owner", (CustomerTable c) -> c.OWNER_ID, () -> UserFields.TYPE)
                            .column(),
                    reference(
                                    "department",
                                    "部门",
                                    "Department",
                                    (CustomerTable c) -> c.DEPARTMENT_ID,
                                    () -> DepartmentFields.TYPE)
                            .readOnly()
                            .hiddenFromImport(),
                    text("address", "地址", "Address", (CustomerTable c) -> c.ADDRESS)
                            .maxLength(500),
                    url("website", "网站", "Website", (CustomerTable c) -> c.WEBSITE)
                            .maxLength(300),
                    tags("tags", "标签", "Tags", (CustomerTable c) -> c.TAGS),
                    longText("description", "说明", "Description", (CustomerTable c) -> c.DESCRIPTION),
                    text("externalId", "外部编号", "External id", (CustomerTable c) -> c.EXTERNAL_ID)
                            .asCode()
                            .maxLength(100),
                    bool("imported", "导入的", "Imported", (CustomerTable c) -> c.IMPORTED)
                            .readOnly()
                            .hiddenFromImport(),
                    text("formerNames", "曾用名", "Former names", (CustomerTable c) -> c.FORMER_NAMES)
                            .readOnly()
                            .hiddenFromImport()
                            .of("name"),
                    reference(
                                    "mergedInto",
                                    "合并到",
                                    "Merged into",
                                    (CustomerTable c) -> c.MERGED_INTO_ID,
                                    () -> CustomerFields.TYPE)
                            .readOnly()
                            .hiddenFromImport(),
                    instant("archivedAt", "归档时间", "Archived at", (CustomerTable c) -> c.ARCHIVED_AT)
                            .readOnly()
                            .hiddenFromImport(),
                    instant("createdAt", "创建时间", "Created at", (CustomerTable c) -> c.CREATED_AT)
                            .readOnly()
                            .hiddenFromImport()
                            .column());

    @Bean
    RecordType<?> customerType() {
        return TYPE;
    }
}
