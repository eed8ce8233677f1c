package qiji.organization.holder;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;
import static db.organization.Tables.POST;
import static db.organization.Tables.ROLE;
import static db.organization.Tables.USER_ROLE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.platform.Words;

/**
 * Who answers for a department: those with a role, its leader, a person's manager. The nearest upwards who is active and
 * not among those excepted; home departments and posts count alike. [A1 D9]
 */
@Component
public class Holders {
    private static final int HIGHEST = 50;

    private final DSLContext jooq;

    Holders(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Who was found, the oldest first, and in which department; nobody, and null, if there is none all the way up. */
    public record Found(List<Long> userIds, @Nullable Long departmentId) {
        public static final Found NOBODY = new Found(List.of(), null);

        public boolean isEmpty() {
            return userIds.isEmpty();
        }
    }

    /** A department of a chain upwards, with its leader as far as there is an active one. */
    private record Floor(long departmentId, @Nullable Long leaderId) {}

    /** Users with the role in the nearest department upwards that has any. */
    public List<Long> of(String roleCode, long departmentId) {
        return of(roleCode, departmentId, Set.of()).userIds();
    }

    /** The same without {@code except}; without a department, those of the topmost ones. */
    @Transactional(readOnly = true)
    public Found of(String roleCode, @Nullable Long departmentId, Set<Long> except) {
        for (Floor floor : chain(departmentId)) {
            List<Long> there = inDepartment(roleCode, floor.departmentId()).stream()
                    .filter(user -> !except.contains(user))
                    .toList();
            if (!there.isEmpty()) {
                return new Found(there, floor.departmentId());
            }
        }
        return Found.NOBODY;
    }

    /** Who leads the department {@code up} floors above this one, else the nearest further up. */
    @Transactional(readOnly = true)
    public Found leader(@Nullable Long departmentId, int up, Set<Long> except) {
        return chain(departmentId).stream()
                .skip(up)
                .filter(floor -> floor.leaderId() != null && !except.contains(floor.leaderId()))
                .findFirst()
                .map(floor -> new Found(List.of(floor.leaderId()), floor.departmentId()))
                .orElse(Found.NOBODY);
    }

    /** The manager of a user, else the nearest above. */
    @Transactional(readOnly = true)
    public Found manager(long userId, Set<Long> except) {
        Set<Long> passed = new HashSet<>();
        Long next = managerOf(userId);
        while (next != null && passed.add(next)) {
            var row = jooq.select(APP_USER.STATE, APP_USER.DEPARTMENT_ID)
                    .from(APP_USER)
                    .where(APP_USER.ID.eq(next))
                    .fetchSingle();
            if (row.value1().equals("ACTIVE") && !except.contains(next)) {
                return new Found(List.of(next), row.value2());
            }
            next = managerOf(next);
        }
        return Found.NOBODY;
    }

    /** What people call a role; its code if there is no such role. */
    @Transactional(readOnly = true)
    public Map<String, Words> roleNames() {
        return jooq.select(ROLE.CODE, ROLE.NAME_ZH, ROLE.NAME_EN)
                .from(ROLE)
                .fetchMap(ROLE.CODE, row -> Words.of(row.value2(), row.value3()));
    }

    private @Nullable Long managerOf(long userId) {
        return jooq.select(APP_USER.MANAGER_ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .fetchOne(APP_USER.MANAGER_ID);
    }

    private List<Long> inDepartment(String roleCode, long departmentId) {
        return jooq.select(APP_USER.ID)
                .from(USER_ROLE)
                .join(ROLE)
                .on(ROLE.ID.eq(USER_ROLE.ROLE_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(USER_ROLE.USER_ID))
                .where(ROLE.CODE.eq(roleCode))
                .and(APP_USER.STATE.eq("ACTIVE"))
                .and(standsIn(departmentId))
                .orderBy(APP_USER.ID)
                .fetch(APP_USER.ID);
    }

    private static Condition standsIn(long departmentId) {
        return APP_USER.DEPARTMENT_ID
                .eq(departmentId)
                .or(exists(selectOne()
                        .from(POST)
                        .where(POST.USER_ID.eq(APP_USER.ID))
                        .and(POST.DEPARTMENT_ID.eq(departmentId))));
    }

    /** The department and all that it lies in, lowest first. */
    private List<Floor> chain(@Nullable Long departmentId) {
        Field<Long> id = field(name("chain", "id"), SQLDataType.BIGINT);
        Field<Integer> height = field(name("chain", "height"), SQLDataType.INTEGER);
        var chain = table(name("chain"));
        return jooq.withRecursive(name("chain")
                        .fields("id", "height")
                        .as(select(DEPARTMENT.ID, inline(0))
                                .from(DEPARTMENT)
                                .where(
                                        departmentId == null
                                                ? DEPARTMENT.PARENT_ID.isNull()
                                                : DEPARTMENT.ID.eq(departmentId))
                                .unionAll(select(DEPARTMENT.PARENT_ID, height.plus(1))
                                        .from(DEPARTMENT)
                                        .join(chain)
                                        .on(DEPARTMENT.ID.eq(id))
                                        .where(DEPARTMENT.PARENT_ID.isNotNull())
                                        .and(height.lt(HIGHEST)))))
                .select(id, APP_USER.ID)
                .from(chain)
                .join(DEPARTMENT)
                .on(DEPARTMENT.ID.eq(id))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(DEPARTMENT.LEADER_ID))
                .and(APP_USER.STATE.eq("ACTIVE"))
                .orderBy(height, id)
                .fetch(mapping(Floor::new));
    }
}
