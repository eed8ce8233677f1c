package qiji.organization;

import static db.organization.Tables.DEPARTMENT;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.integer;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.text;

import db.organization.tables.DepartmentTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.platform.Words;
import qiji.records.RecordType;

/** The fields of a department: what lists, references, exports and imports know of it. [A1] */
@Configuration(proxyBeanMethods = false)
public class DepartmentFields {
    public static final RecordType<DepartmentTable> TYPE = RecordType.of(
                    "department", Words.of("部门", "Department"), DEPARTMENT, (DepartmentTable d) -> d.ID)
            .label("name", d -> d.NAME)
            .hint(d -> d.CODE)
            .visibleToAllReaders()
            .archivedAt(d -> d.ARCHIVED_AT)
            .defaultSort("position")
            .keyFields("code", "name")
            .fields(
                    text("name", "部门名称", "Name", (DepartmentTable d) -> d.NAME)
                            .required()
                            .maxLength(100)
                            .column(),
                    text("code", "部门编码", "Code", (DepartmentTable d) -> d.CODE)
                            .asCode()
                            .maxLength(50)
                            .column(),
                    reference(
                                    "parent",
                                    "上级部门",
                                    "Parent",
                                    (DepartmentTable d) -> d.PARENT_ID,
                                    () -> DepartmentFields.TYPE)
                            .column(),
                    reference("leader", "负责人", "Leader", (DepartmentTable d) -> d.LEADER_ID, () -> UserFields.TYPE)
                            .column(),
                    integer("position", "排序", "Position", (DepartmentTable d) -> d.POSITION),
                    instant("archivedAt", "停用时间", "Archived at", (DepartmentTable d) -> d.ARCHIVED_AT)
                            .readOnly()
                            .hiddenFromImport(),
                    instant("createdAt", "创建时间", "Created at", (DepartmentTable d) -> d.CREATED_AT)
                            .readOnly()
                            .hiddenFromImport());

    @Bean
    RecordType<?> departmentType() {
        return TYPE;
    }
}
