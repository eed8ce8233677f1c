package qiji;

import static db.opportunity.Tables.MEMBER;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;
import static db.organization.Tables.POST;
import static db.organization.Tables.SHARE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.SampleData;

/** A company of chance, written into the database and kept in memory, with the rules of sight in plain Java. A1 A3 */
final class RandomCompany {
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
            @Nullable BigDecimal amount,
            boolean confidential) {}

    private final DSLContext jooq;
    private final Writing writing;
    final Random random;
    private final List<Long> departments = new ArrayList<>();
    private final Map<Long, Long> parents;
    private final Map<Long, Long> managers;
    private final Map<Long, Set<Long>> homes;
    private final Map<Long, List<Reach>> reaches;
    private final Map<Long, Set<Long>> teams = new HashMap<>();
    private final Map<Long, Set<Long>> shares;
    final RandomApprovals approvals;
    private final Set<Long> trusted;
    final String name; // of all deals and customers: no other company has it

    final List<Long> users = new ArrayList<>();
    final List<Deal> deals = new ArrayList<>();

    RandomCompany(DSLContext jooq, Writing writing, long seed) {
        this.jooq = jooq;
        this.writing = writing;
        this.random = new Random(seed);
        this.parents = new HashMap<>();
        this.managers = new HashMap<>();
        this.homes = new HashMap<>();
        this.reaches = new HashMap<>();
        this.shares = new HashMap<>();
        this.approvals = new RandomApprovals(jooq);
        this.trusted = new HashSet<>();
        this.name = "甲方" + SampleData.unique("Q").replace("-", "");
    }

    private RandomCompany(RandomCompany same) {
        jooq = same.jooq;
        writing = same.writing;
        random = same.random;
        parents = same.parents;
        managers = same.managers;
        homes = same.homes;
        reaches = same.reaches;
        shares = same.shares;
        approvals = same.approvals;
        trusted = same.trusted;
        name = same.name;
    }

    RandomCompany found() {
        writing.by(Viewer.system("random company"));
        makeDepartments();
        makeUsers();
        makeRoles();
        makeDeals(OPPORTUNITIES);
        return this;
    }

    /** Goes on by one change of chance: a deal grows or changes hands, a person joins its team or leaves. */
    void live() {
        int at = random.nextInt(deals.size());
        Deal deal = deals.get(at);
        switch (random.nextInt(4)) {
            case 0 -> deals.set(at, with(deal, deal.owner, deal.department, amount()));
            case 1 -> deals.set(at, with(deal, user(), department(), deal.amount));
            case 2 -> makeDeals(1);
            default -> changeTeam(deal.id, user());
        }
    }

    private Deal with(Deal deal, @Nullable Long owner, @Nullable Long department, @Nullable BigDecimal amount) {
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.OWNER_ID, owner)
                .set(OPPORTUNITY.DEPARTMENT_ID, department)
                .set(OPPORTUNITY.EXPECTED_AMOUNT, amount)
                .where(OPPORTUNITY.ID.eq(deal.id))
                .execute();
        return new Deal(deal.id, owner, department, amount, deal.confidential);
    }

    private void changeTeam(long deal, long member) {
        Set<Long> joined = teams.computeIfAbsent(member, _ -> new HashSet<>());
        if (joined.remove(deal)) {
            jooq.deleteFrom(MEMBER)
                    .where(MEMBER.OPPORTUNITY_ID.eq(deal), MEMBER.USER_ID.eq(member))
                    .execute();
        } else {
            join(deal, member);
        }
    }

    /** What it is now, kept while it lives on; whom roles and shares let see what, goes on with it. */
    RandomCompany asItIs() {
        RandomCompany kept = new RandomCompany(this);
        kept.deals.addAll(deals);
        teams.forEach((user, joined) -> kept.teams.put(user, new HashSet<>(joined)));
        return kept;
    }

    /** The rule, said once more without SQL: whose deals a user sees. */
    boolean sees(long user, Deal deal) {
        if (teams.getOrDefault(user, Set.of()).contains(deal.id)
                || shares.getOrDefault(user, Set.of()).contains(deal.id)
                || approvals.open(user, deal.id)) {
            return true;
        }
        boolean own = deal.owner != null && deal.owner == user;
        return isInScope(user, deal.owner, deal.department) && (!deal.confidential || own || trusted.contains(user));
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
                boolean trusting = random.nextInt(3) == 0;
                RandomRoles.give(user, reach, trusting, jooq);
                if (trusting) {
                    trusted.add(user);
                }
            }
        }
    }

    private void makeDeals(int count) {
        RandomDeals made = new RandomDeals(jooq, random, name);
        for (int i = 0; i < count; i++) {
            Long owner = random.nextInt(8) == 0 ? null : user();
            Long department = random.nextInt(8) == 0 ? null : department();
            Deal deal = made.insert(owner, department, amount());
            deals.add(deal);
            accompany(deal.id);
        }
    }

    /** What hangs on every deal, and sometimes somebody who sees it for another reason than scope. */
    private void accompany(long deal) {
        Companions.of(deal, user(), jooq);
        approvals.sometimesAsk(deal, random, users);
        if (random.nextInt(3) == 0) {
            join(deal, user());
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

    private void join(long deal, long member) {
        jooq.insertInto(MEMBER)
                .set(MEMBER.OPPORTUNITY_ID, deal)
                .set(MEMBER.USER_ID, member)
                .set(MEMBER.ROLE, "SUPPORT")
                .execute();
        teams.computeIfAbsent(member, _ -> new HashSet<>()).add(deal);
    }

    private @Nullable BigDecimal amount() {
        return random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextLong(1, 9_999_999), 2);
    }

    long user() {
        return users.get(random.nextInt(users.size()));
    }

    long department() {
        return departments.get(random.nextInt(departments.size()));
    }
}
