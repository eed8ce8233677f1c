package qiji.organization.explanation;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.FieldAccess;
import qiji.access.Reason;
import qiji.access.Viewer;
import qiji.organization.RoleScope;
import qiji.organization.ScopeKind;
import qiji.organization.Viewers;
import qiji.platform.Words;

/** Tells how a role reaches a record, or why it does not, by the names of role, departments and people. [A5] */
@Component
class ReachWords {
    private final Standing standing;

    ReachWords(Standing standing) {
        this.standing = standing;
    }

    /** Where a record lies, and how that is called before whom it is told: not by name if they may not read the field. */
    record Place(
            @Nullable Long departmentId,
            Words department,
            boolean isOpen,
            @Nullable Long ownerId,
            Words owner) {}

    Place named(Ways.Place place, String type, Viewer asking) {
        boolean department = asking.accessTo(type, "department") != FieldAccess.HIDDEN;
        boolean owner = asking.accessTo(type, "owner") != FieldAccess.HIDDEN
                && asking.accessTo(type, "assignee") != FieldAccess.HIDDEN;
        return new Place(
                place.department(),
                called(
                        department && place.department() != null ? standing.department(place.department()) : null,
                        Words.of("部门“%s”", "department “%s”"),
                        Words.of("其部门", "its department")),
                department,
                place.owner(),
                called(
                        owner && place.owner() != null ? standing.user(place.owner()) : null,
                        Words.of("负责人“%s”", "owner “%s”"),
                        Words.of("其负责人", "its owner")));
    }

    private static Words called(@Nullable String name, Words named, Words unnamed) {
        return name == null ? unnamed : named.with(name);
    }

    Words holding(Reason.By by, Viewers.ByRole role, RoleScope scope, Place place, long userId) {
        return switch (by) {
            case EVERYTHING -> filled("角色“%s”的数据范围是全部", "Role “%s” reaches all records", role.name());
            case DEPARTMENT -> byDepartment(role, scope, place, userId);
            default ->
                Objects.equals(place.ownerId(), userId)
                        ? filled("是负责人（角色“%s”）", "Owns it (role “%s”)", role.name())
                        : filled(
                                "角色“%s”的数据范围是本人和下属：该用户是%s的上级",
                                "Role “%s” reaches one's own and one's team's: they manage %s",
                                role.name(),
                                place.owner());
        };
    }

    private Words byDepartment(Viewers.ByRole role, RoleScope scope, Place place, long userId) {
        if (scope.kind() == ScopeKind.DEPARTMENTS) {
            return filled(
                    "角色“%s”的数据范围包含选定的%s",
                    "Role “%s” reaches chosen departments, and so %s", role.name(), place.department());
        }
        Words reach = filled(
                "角色“%s”的数据范围是%s，包含%s",
                "Role “%s” reaches %s, and so %s", role.name(), called(scope.kind()), place.department());
        return place.departmentId() == null || !place.isOpen()
                ? reach
                : filled("%s，%s", "%s, %s", reach, standing.inOrAbove(place.departmentId(), userId));
    }

    /** What a role that does not reach it would have to: its reach, and where the record lies. */
    Words lacking(Viewers.ByRole role, RoleScope scope, Place place, long userId) {
        return filled(
                "角色“%s”的数据范围（%s）要包含它：它属于%s，%s",
                "Role “%s” (%s) has to reach it: it lies in %s, %s",
                role.name(),
                reach(scope, userId),
                place.department(),
                place.owner());
    }

    private Words reach(RoleScope scope, long userId) {
        Words kind = called(scope.kind());
        String departments = switch (scope.kind()) {
            case DEPARTMENTS -> standing.departments(scope.departmentIds());
            case DEPARTMENT, DEPARTMENT_AND_BELOW -> standing.departments(standing.homesOf(userId));
            default -> "";
        };
        return departments.isEmpty() ? kind : Words.of(kind.zh() + "：" + departments, kind.en() + ": " + departments);
    }

    private static Words called(ScopeKind kind) {
        return switch (kind) {
            case OWN -> Words.of("本人", "one's own");
            case OWN_AND_TEAM -> Words.of("本人和下属", "one's own and one's team's");
            case DEPARTMENT -> Words.of("本部门", "one's own department");
            case DEPARTMENT_AND_BELOW -> Words.of("本部门及下级", "one's own department and those below");
            case DEPARTMENTS -> Words.of("选定部门", "chosen departments");
            case ALL -> Words.of("全部", "all records");
        };
    }

    static Words filled(String zh, String en, Words... parts) {
        return Words.of(
                zh.formatted(Stream.of(parts).map(Words::zh).toArray()),
                en.formatted(Stream.of(parts).map(Words::en).toArray()));
    }
}
