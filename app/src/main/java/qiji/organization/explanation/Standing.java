package qiji.organization.explanation;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;
import static db.organization.Tables.POST;
import static org.jooq.impl.DSL.any;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.organization.RightsStore;
import qiji.platform.Words;

/** Tells by name where people and records stand in the organization. */
@Component
class Standing {
    private final DSLContext jooq;
    private final RightsStore rights;

    Standing(DSLContext jooq, RightsStore rights) {
        this.jooq = jooq;
        this.rights = rights;
    }

    @Nullable
    String user(long id) {
        return jooq.select(APP_USER.NAME)
                .from(APP_USER)
                .where(APP_USER.ID.eq(id))
                .fetchOne(APP_USER.NAME);
    }

    @Nullable
    String department(long id) {
        return jooq.select(DEPARTMENT.NAME)
                .from(DEPARTMENT)
                .where(DEPARTMENT.ID.eq(id))
                .fetchOne(DEPARTMENT.NAME);
    }

    String departments(Set<Long> ids) {
        return jooq
                .select(DEPARTMENT.NAME)
                .from(DEPARTMENT)
                .where(DEPARTMENT.ID.eq(any(ids.toArray(Long[]::new))))
                .orderBy(DEPARTMENT.POSITION, DEPARTMENT.ID)
                .fetch(DEPARTMENT.NAME)
                .stream()
                .collect(Collectors.joining("、"));
    }

    /** Their home department and those of their posts. */
    Set<Long> homesOf(long userId) {
        Set<Long> homes = new TreeSet<>(jooq.select(POST.DEPARTMENT_ID)
                .from(POST)
                .where(POST.USER_ID.eq(userId))
                .fetchSet(POST.DEPARTMENT_ID));
        jooq.select(APP_USER.DEPARTMENT_ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .and(APP_USER.DEPARTMENT_ID.isNotNull())
                .forEach(row -> homes.add(row.value1()));
        return homes;
    }

    /** By which home somebody stands in the department or above it, and as what; the department itself before others. */
    Words inOrAbove(long department, long userId) {
        Set<Long> homes = homesOf(userId);
        if (homes.contains(department)) {
            return as(department, userId);
        }
        Set<Long> above = rights.aboveAnd(Set.of(department));
        return homes.stream()
                .filter(above::contains)
                .findFirst()
                .map(home -> {
                    Words as = as(home, userId);
                    String name = String.valueOf(department(home));
                    return Words.of(
                            "在部门“%s”之下，%s".formatted(name, as.zh()),
                            "below department “%s”, %s".formatted(name, as.en()));
                })
                .orElse(Words.of("在其之下", "below theirs"));
    }

    private Words as(long department, long userId) {
        if (jooq.fetchExists(DEPARTMENT, DEPARTMENT.ID.eq(department).and(DEPARTMENT.LEADER_ID.eq(userId)))) {
            return Words.of("该用户是其负责人", "which they lead");
        }
        List<String> posts = jooq.select(POST.TITLE)
                .from(POST)
                .where(POST.USER_ID.eq(userId))
                .and(POST.DEPARTMENT_ID.eq(department))
                .and(POST.TITLE.ne(""))
                .orderBy(POST.ID)
                .fetch(POST.TITLE);
        return posts.isEmpty()
                ? Words.of("该用户是其成员", "of which they are a member")
                : Words.of("该用户在那里任“%s”", "where they hold the post “%s”").with(String.join("、", posts));
    }
}
