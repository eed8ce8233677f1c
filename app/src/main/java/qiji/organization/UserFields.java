package qiji.organization;

import static db.organization.Tables.APP_USER;
import static qiji.records.Fields.choice;
import static qiji.records.Fields.email;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.phone;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.text;

import db.organization.tables.AppUserTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.platform.Words;
import qiji.records.RecordType;

/** The fields of a user: what lists, references, exports and imports know of one. Nothing of passwords. [A1] */
@Configuration(proxyBeanMethods = false)
public class UserFields {
    @SuppressWarnings("deprecation") // jOOQ knows no type for tsvector and warns of it
    public static final RecordType<AppUserTable> TYPE = RecordType.of(
                    "user", Words.of("用户", "User"), APP_USER, (AppUserTable u) -> u.ID)
            .label("name", u -> u.NAME)
            .hint(u -> u.USERNAME)
            .visibleToAllReaders()
            .search(u -> u.SEARCH, u -> u.USERNAME, u -> u.EMPLOYEE_NUMBER)
            .customFields(u -> u.CUSTOM)
            .defaultSort("name")
            .keyFields("username", "employeeNumber", "name")
            .fields(
                    text("name", "姓名", "Name", (AppUserTable u) -> u.NAME)
                            .required()
                            .maxLength(100)
                            .column()
                            .alsoCalled("sales_agent", "销售", "员工"),
                    text("username", "用户名", "User name", (AppUserTable u) -> u.USERNAME)
                            .asCode()
                            .required()
                            .maxLength(60)
                            .column()
                            .alsoCalled("login", "账号"),
                    text("employeeNumber", "工号", "Employee number", (AppUserTable u) -> u.EMPLOYEE_NUMBER)
                            .maxLength(50),
                    text("title", "职务", "Title", (AppUserTable u) -> u.TITLE)
                            .maxLength(100)
                            .column(),
                    reference(
                                    "department",
                                    "部门",
                                    "Department",
                                    (AppUserTable u) -> u.DEPARTMENT_ID,
                                    () -> DepartmentFields.TYPE)
                            .column()
                            .alsoCalled("regional_office"),
                    reference("manager", "上级", "Manager", (AppUserTable u) -> u.MANAGER_ID, () -> UserFields.TYPE)
                            .column(),
                    phone("phone", "电话", "Phone", (AppUserTable u) -> u.PHONE).maxLength(40),
                    email("email", "邮箱", "E-mail", (AppUserTable u) -> u.EMAIL).maxLength(200),
                    choice("state", "状态", "State", (AppUserTable u) -> u.STATE, UserState.class)
                            .readOnly()
                            .hiddenFromImport()
                            .column(),
                    instant("lastSignInAt", "最近登录", "Last sign-in", (AppUserTable u) -> u.LAST_SIGN_IN_AT)
                            .readOnly()
                            .hiddenFromImport()
                            .readableBy("user:edit"),
                    instant("createdAt", "创建时间", "Created at", (AppUserTable u) -> u.CREATED_AT)
                            .readOnly()
                            .hiddenFromImport());

    @Bean
    RecordType<?> userType() {
        return TYPE;
    }
}
