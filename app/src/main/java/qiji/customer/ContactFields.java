package qiji.customer;

import static db.customer.Tables.CONTACT;
import static qiji.records.Fields.dictionary;
import static qiji.records.Fields.email;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.integer;
import static qiji.records.Fields.longText;
import static qiji.records.Fields.phone;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.text;

import db.customer.tables.ContactTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.platform.Words;
import qiji.records.RecordType;

/** The fields of a contact. Phone and address are always masked here: the whole ones are asked for one by one. [B2 B7] */
@Configuration(proxyBeanMethods = false)
class ContactFields {
    private final RecordType<ContactTable> type;

    ContactFields(PersonalData personal) {
        type = RecordType.of(Contacts.TYPE, Words.of("联系人", "Contact"), CONTACT, c -> c.ID)
                .label("name", c -> c.NAME)
                .hint(c -> c.TITLE)
                .versioned()
                .visible(Contacts::visibleTo)
                .search(c -> c.SEARCH, c -> c.TITLE, c -> c.DEPARTMENT_NAME, c -> c.EXTERNAL_ID)
                .alsoNamed(c -> c.FORMER_NAMES)
                .alsoFoundBy(personal::searchedBy)
                .customFields(c -> c.CUSTOM)
                .archivedAt(c -> c.ARCHIVED_AT)
                .defaultSort("-createdAt")
                .keyFields("externalId")
                .fields(
                        text("name", "姓名", "Name", (ContactTable c) -> c.NAME)
                                .required()
                                .maxLength(100)
                                .column(),
                        reference(
                                        "customer",
                                        "客户",
                                        "Customer",
                                        (ContactTable c) -> c.CUSTOMER_ID,
                                        () -> CustomerFields.TYPE)
                                .required()
                                .column(),
                        text("departmentName", "所在部门", "Department", (ContactTable c) -> c.DEPARTMENT_NAME)
                                .maxLength(100),
                        text("title", "职务", "Title", (ContactTable c) -> c.TITLE)
                                .maxLength(100)
                                .column(),
                        dictionary("role", "决策角色", "Decision role", (ContactTable c) -> c.ROLE, "contact-role")
                                .column(),
                        dictionary("attitude", "态度", "Attitude", (ContactTable c) -> c.ATTITUDE, "contact-attitude")
                                .column(),
                        integer("influence", "影响力", "Influence", (ContactTable c) -> c.INFLUENCE),
                        reference("reportsTo", "上级", "Reports to", (ContactTable c) -> c.REPORTS_TO_ID, this::type),
                        phone(
                                        "phone",
                                        "电话",
                                        "Phone",
                                        (ContactTable c) ->
                                                c.PHONE_CIPHER.convertFrom(String.class, personal::maskedPhone))
                                .foundBy((c, text) -> personal.foundBy(text, c))
                                .maxLength(50)
                                .column(),
                        email(
                                        "email",
                                        "邮箱",
                                        "E-mail",
                                        (ContactTable c) ->
                                                c.EMAIL_CIPHER.convertFrom(String.class, personal::maskedEmail))
                                .foundBy((c, text) -> personal.emailIs(text, c))
                                .maxLength(200),
                        longText("description", "说明", "Description", (ContactTable c) -> c.DESCRIPTION),
                        text("externalId", "外部编号", "External id", (ContactTable c) -> c.EXTERNAL_ID)
                                .asCode()
                                .maxLength(100),
                        text("formerNames", "曾用名", "Former names", (ContactTable c) -> c.FORMER_NAMES)
                                .readOnly()
                                .hiddenFromImport()
                                .of("name"),
                        reference("mergedInto", "合并到", "Merged into", (ContactTable c) -> c.MERGED_INTO_ID, this::type)
                                .readOnly()
                                .hiddenFromImport(),
                        instant("archivedAt", "归档时间", "Archived at", (ContactTable c) -> c.ARCHIVED_AT)
                                .readOnly()
                                .hiddenFromImport(),
                        instant("createdAt", "创建时间", "Created at", (ContactTable c) -> c.CREATED_AT)
                                .readOnly()
                                .hiddenFromImport());
    }

    RecordType<ContactTable> type() {
        return type;
    }

    @Bean
    RecordType<?> contactType() {
        return type;
    }
}
