package qiji;

import static db.opportunity.Tables.MEMBER;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;
import static db.organization.Tables.POST;
import static db.organization.Tables.ROLE;
import static db.organization.Tables.ROLE_PERMISSION;
import static db.organization.Tables.ROLE_SCOPE;
import static db.organization.Tables.SHARE;
import static db.organization.Tables.USER_ROLE;
import static db.process.Tables.PROCESS;
import static db.process.Tables.STAGE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.records.SearchTokens;
import qiji.testing.SampleData;

/** A company of chance, written into the database and kept in memory, with the rules of sight in plain Java. A1 A3 */
final class RandomCompany {
    private static final List<String> OBJECTS =
            List.of("opportunity", "customer", "contact", "activity", "task", "file");
    private static final List<String> KINDS =
            List.of("OWN", "OWN_AND_TEAM", "DEPARTMENT", "DEPARTMENT_AND_BELOW", "DEPARTMENTS", "ALL");
    private static final int DEPARTMENTS = 7;
    private static final int USERS = 8;
    private static final int OPPORTUNITIES = 40;

    /** What a role gives over opportunities; departments are those chosen. */
    record Reach(String kind, Set<Long> departments) {}

    record Deal(
            long id,
            @Nullable Long owner,
            @Nullable Long department,
            @Nullable BigDecimal amount) {}

    private final DSLContext jooq;
    private final Writing writing;
    final Random random;
    private final List<Long> departments = new ArrayList<>();
    private final Map<Long, Long> parents = new HashMap<>();
    private final Map<Long, Long> managers = new HashMap<>();
    private final Map<Long, Set<Long>> homes = new HashMap<>();
    private final Map<Long, List<Reach>> reaches = new HashMap<>();
    private final Map<Long, Set<Long>> teams = new HashMap<>();
    private final Map<Long, Set<Long>> shares = new HashMap<>();
    /** The name of all deals and customers: no other company has it. */
    final String name = "甲方" + SampleData.unique("Q").replace("-", "");

    final List<Long> users = new ArrayList<>();
    final List<Deal> deals = new ArrayList<>();

    RandomCompany(DSLContext jooq, Writing writing, long seed) {
        this.jooq = jooq;
        this.writing = writing;
        this.random = new Random(seed);
    }

    RandomCompany found() {
        writing.by(Viewer.system("random company"));
        makeDepartments();
        makeUsers();
        makeRoles();
        makeDeals();
        return this;
    }

    /** The rule, said once more without SQL: whose deals a user sees. */
    boolean sees(long user, Deal deal) {
        if (teams.getOrDefault(user, Set.of()).contains(deal.id)
                || shares.getOrDefault(user, Set.of()).contains(deal.id)) {
            return true;
        }
        return isInScope(user, deal.owner, deal.department);
    }

    boolean isInScope(long user, @Nullable Long owner, @Nullable Long department) {
        return reaches.getOrDefault(user, List.of()).stream()
                .anyMatch(reach -> reaches(user, reach, owner, department));
    }

    private boolean reaches(long user, Reach reach, @Nullable Long owner, @Nullable Long department) {
        boolean own = owner != null && owner == user;
        return switch (reach.kind) {
            case "OWN" -> own;
            case "OWN_AND_TEAM" -> own || (owner != null && isBelow(owner, user));
            case "DEPARTMENT" -> own || in(department, homes.getOrDefault(user, Set.of()));
            case "DEPARTMENT_AND_BELOW" ->
                own
                        || (department != null
                                && homes.getOrDefault(user, Set.of()).stream()
                                        .anyMatch(home -> isWithin(department, home)));
            case "DEPARTMENTS" -> own || in(department, reach.departments);
            default -> true;
        };
    }

    private static boolean in(@Nullable Long department, Set<Long> chosen) {
        return department != null && chosen.contains(department);
    }

    private boolean isBelow(long user, long manager) {
        for (Long above = managers.get(user); above != null; above = managers.get(above)) {
            if (above == manager) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithin(long department, long ancestor) {
        for (Long here = department; here != null; here = parents.get(here)) {
            if (here == ancestor) {
                return true;
            }
        }
        return false;
    }

    private void makeDepartments() {
        for (int i = 0; i < DEPARTMENTS; i++) {
            Long parent = departments.isEmpty() ? null : departments.get(random.nextInt(departments.size()));
            long id = jooq.insertInto(DEPARTMENT)
                    .set(DEPARTMENT.NAME, SampleData.unique("部门"))
                    .set(DEPARTMENT.PARENT_ID, parent)
                    .returningResult(DEPARTMENT.ID)
                    .fetchSingle()
                    .value1();
            departments.add(id);
            if (parent != null) {
                parents.put(id, parent);
            }
        }
    }

    private void makeUsers() {
        for (int i = 0; i < USERS; i++) {
            long home = department();
            Long manager = users.isEmpty() || random.nextInt(3) == 0 ? null : users.get(random.nextInt(users.size()));
            long id = jooq.insertInto(APP_USER)
                    .set(APP_USER.USERNAME, SampleData.unique("user"))
                    .set(APP_USER.NAME, "某人")
                    .set(APP_USER.DEPARTMENT_ID, home)
                    .set(APP_USER.MANAGER_ID, manager)
                    .returningResult(APP_USER.ID)
                    .fetchSingle()
                    .value1();
            users.add(id);
            homes.put(id, new HashSet<>(Set.of(home)));
            if (manager != null) {
                managers.put(id, manager);
            }
            if (random.nextInt(3) == 0) {
                long post = department();
                jooq.insertInto(POST)
                        .set(POST.USER_ID, id)
                        .set(POST.DEPARTMENT_ID, post)
                        .execute();
                homes.get(id).add(post);
            }
        }
    }

    private void makeRoles() {
        for (long user : users) {
            for (int i = 0; i <= random.nextInt(2); i++) {
                Reach reach = new Reach(
                        KINDS.get(random.nextInt(KINDS.size())), new HashSet<>(List.of(department(), department())));
                reaches.computeIfAbsent(user, _ -> new ArrayList<>()).add(reach);
                makeRole(user, reach);
            }
        }
    }

    private void makeRole(long user, Reach reach) {
        long role = jooq.insertInto(ROLE)
                .set(ROLE.CODE, SampleData.unique("R").replace('-', '_').toUpperCase(java.util.Locale.ROOT))
                .set(ROLE.NAME_ZH, "角色")
                .set(ROLE.NAME_EN, "Role")
                .returningResult(ROLE.ID)
                .fetchSingle()
                .value1();
        for (String object : OBJECTS) {
            for (String verb : List.of("read", "export")) {
                jooq.insertInto(ROLE_PERMISSION)
                        .set(ROLE_PERMISSION.ROLE_ID, role)
                        .set(ROLE_PERMISSION.PERMISSION, object + ":" + verb)
                        .execute();
            }
            jooq.insertInto(ROLE_SCOPE)
                    .set(ROLE_SCOPE.ROLE_ID, role)
                    .set(ROLE_SCOPE.OBJECT, object)
                    .set(ROLE_SCOPE.KIND, reach.kind)
                    .set(
                            ROLE_SCOPE.DEPARTMENT_IDS,
                            reach.kind.equals("DEPARTMENTS") ? reach.departments.toArray(Long[]::new) : new Long[0])
                    .execute();
        }
        jooq.insertInto(USER_ROLE)
                .set(USER_ROLE.USER_ID, user)
                .set(USER_ROLE.ROLE_ID, role)
                .execute();
    }

    private void makeDeals() {
        long process = jooq.select(PROCESS.ID)
                .from(PROCESS)
                .where(PROCESS.IS_DEFAULT)
                .fetchSingle()
                .value1();
        List<Long> stages = jooq.select(STAGE.ID)
                .from(STAGE)
                .where(STAGE.PROCESS_ID.eq(process), STAGE.IS_FINAL.isFalse())
                .fetch(STAGE.ID);
        for (int i = 0; i < OPPORTUNITIES; i++) {
            Long owner = random.nextInt(8) == 0 ? null : user();
            Long department = random.nextInt(8) == 0 ? null : department();
            BigDecimal amount = random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextLong(1, 9_999_999), 2);
            boolean open = random.nextInt(4) > 0;
            long id = jooq.insertInto(OPPORTUNITY)
                    .set(OPPORTUNITY.NUMBER, SampleData.unique("SJ"))
                    .set(OPPORTUNITY.NAME, name)
                    .set(Map.of(OPPORTUNITY.SEARCH, words(name)))
                    .set(OPPORTUNITY.PROCESS_ID, process)
                    .set(OPPORTUNITY.STAGE_ID, stages.get(random.nextInt(stages.size())))
                    .set(OPPORTUNITY.STAGE_ENTERED_AT, Instant.EPOCH)
                    .set(OPPORTUNITY.STATUS, open ? "OPEN" : "ABANDONED")
                    .set(OPPORTUNITY.CLOSED_ON, open ? null : LocalDate.EPOCH)
                    .set(OPPORTUNITY.OPENED_ON, LocalDate.EPOCH)
                    .set(OPPORTUNITY.OWNER_ID, owner)
                    .set(OPPORTUNITY.DEPARTMENT_ID, department)
                    .set(OPPORTUNITY.EXPECTED_AMOUNT, amount)
                    .set(OPPORTUNITY.CREATED_BY, 0L)
                    .returningResult(OPPORTUNITY.ID)
                    .fetchSingle()
                    .value1();
            deals.add(new Deal(id, owner, department, amount));
            accompany(id);
        }
    }

    /** What hangs on every deal, and sometimes somebody who sees it for another reason than scope. */
    private void accompany(long deal) {
        Companions.of(deal, user(), jooq);
        if (random.nextInt(3) == 0) {
            long member = user();
            jooq.insertInto(MEMBER)
                    .set(MEMBER.OPPORTUNITY_ID, deal)
                    .set(MEMBER.USER_ID, member)
                    .set(MEMBER.ROLE, "SUPPORT")
                    .execute();
            teams.computeIfAbsent(member, _ -> new HashSet<>()).add(deal);
        }
        if (random.nextInt(5) == 0) {
            long shown = user();
            jooq.insertInto(SHARE)
                    .set(SHARE.RECORD_TYPE, "opportunity")
                    .set(SHARE.RECORD_ID, deal)
                    .set(SHARE.USER_ID, shown)
                    .set(SHARE.SHARED_BY, user())
                    .execute();
            shares.computeIfAbsent(shown, _ -> new HashSet<>()).add(deal);
        }
    }

    long user() {
        return users.get(random.nextInt(users.size()));
    }

    long department() {
        return departments.get(random.nextInt(departments.size()));
    }

    /** What the search column of a record of this name holds. */
    static Field<Object> words(String name) {
        return DSL.field("{0}::tsvector", Object.class, DSL.val(SearchTokens.vector(List.of(name), List.of())));
    }
}
