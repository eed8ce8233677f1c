package qiji;

import static db.organization.Tables.ROLE;
import static db.organization.Tables.ROLE_PERMISSION;
import static db.organization.Tables.ROLE_SCOPE;
import static db.organization.Tables.USER_ROLE;

import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import qiji.testing.SampleData;

/** A role of its own for each reach, which opens every object so far. */
final class RandomRoles {
    private static final List<String> OBJECTS =
            List.of("opportunity", "customer", "contact", "activity", "task", "file", "project");

    private RandomRoles() {}

    /** Two of three may decide what others ask. */
    static boolean mayDecide(long user) {
        return user % 3 != 0;
    }

    static void give(long user, RandomCompany.Reach reach, boolean trusting, DSLContext jooq) {
        long role = jooq.insertInto(ROLE)
                .set(ROLE.CODE, SampleData.unique("R").replace('-', '_').toUpperCase(Locale.ROOT))
                .set(ROLE.NAME_ZH, "角色")
                .set(ROLE.NAME_EN, "Role")
                .returningResult(ROLE.ID)
                .fetchSingle()
                .value1();
        for (String object : OBJECTS) {
            for (String verb : List.of("read", "export")) {
                permit(role, object + ":" + verb, jooq);
            }
            jooq.insertInto(ROLE_SCOPE)
                    .set(ROLE_SCOPE.ROLE_ID, role)
                    .set(ROLE_SCOPE.OBJECT, object)
                    .set(ROLE_SCOPE.KIND, reach.kind())
                    .set(
                            ROLE_SCOPE.DEPARTMENT_IDS,
                            reach.kind().equals("DEPARTMENTS")
                                    ? reach.departments().toArray(Long[]::new)
                                    : new Long[0])
                    .execute();
        }
        permit(role, "lesson:read", jooq);
        permit(role, "competitor:read", jooq);
        if (trusting) {
            permit(role, "opportunity:confidential", jooq);
        }
        if (mayDecide(user)) {
            permit(role, "approval:decide", jooq);
        }
        jooq.insertInto(USER_ROLE)
                .set(USER_ROLE.USER_ID, user)
                .set(USER_ROLE.ROLE_ID, role)
                .execute();
    }

    private static void permit(long role, String permission, DSLContext jooq) {
        jooq.insertInto(ROLE_PERMISSION)
                .set(ROLE_PERMISSION.ROLE_ID, role)
                .set(ROLE_PERMISSION.PERMISSION, permission)
                .execute();
    }
}
