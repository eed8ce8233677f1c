package qiji.demo.company;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import qiji.demo.DemoSize;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Span;
import qiji.demo.chance.Workday;

/** Draws up the company: headquarters, regions, provinces, and a branch with centre and grids in each city. */
public final class CompanyPlan {
    private static final int HEADQUARTERS = 8;
    private static final int CITY_LEADERS = 5;
    private static final int MOST_CITIES = 90;
    private static final String[] GRIDS = {"高新网格", "城南网格"};

    private final DemoSize size;
    private final Span span;
    private final LongSupplier departmentIds;
    private final LongSupplier userIds;
    private final Chance chance;
    private final List<Company.Department> departments = new ArrayList<>();
    private final List<Staff> staff = new ArrayList<>();
    private final Map<Long, Long> leaders = new LinkedHashMap<>();

    public CompanyPlan(DemoSize size, Span span, long seed, LongSupplier departmentIds, LongSupplier userIds) {
        this.size = size;
        this.span = span;
        this.departmentIds = departmentIds;
        this.userIds = userIds;
        this.chance = Chance.of(seed, "company", 0);
    }

    public Company draw() {
        long root = department(0, Company.NAME, "HQ");
        Staff president = hire("GENERAL_MANAGER", "集团总经理", root, null);
        long sales = department(root, "销售管理处", "HQ-SALES");
        Staff salesOps = hire("SALES_OPS", "销售管理处处长", sales, president);
        hire("SALES_OPS", "销售管理专员", sales, salesOps);
        long solutions = department(root, "解决方案中心", "HQ-SOLUTION");
        Staff solution = hire("SOLUTION_MANAGER", "首席方案经理", solutions, president);
        hire("SOLUTION_MANAGER", "方案经理", solutions, solution);
        hire("SYSTEM_ADMIN", "系统管理员", department(root, "信息技术部", "HQ-IT"), president);
        long outside = department(root, "合作伙伴", "PARTNERS");
        List<Staff> partners =
                List.of(hire("PARTNER", "渠道合作伙伴", outside, salesOps), hire("PARTNER", "集成合作伙伴", outside, salesOps));
        List<Branch> branches = branches(root, president);
        return new Company(withLeaders(), List.copyOf(staff), branches, salesOps, partners);
    }

    private List<Branch> branches(long root, Staff president) {
        List<Place> places = Place.of(Math.clamp((size.users() - HEADQUARTERS - 4) / 12, 1, MOST_CITIES));
        Map<String, Long> regions = new LinkedHashMap<>();
        Map<String, Staff> provinces = new LinkedHashMap<>();
        for (Place place : places) {
            long region = regions.computeIfAbsent(place.region(), name -> region(root, name, president));
            provinces.computeIfAbsent(place.province(), name -> province(region, name, president));
        }
        int sellers = size.users() - staff.size() - CITY_LEADERS * places.size();
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int share = sellers * (i + 1) / places.size() - sellers * i / places.size();
            branches.add(branch(
                    places.get(i),
                    java.util.Objects.requireNonNull(provinces.get(places.get(i).province())),
                    share));
        }
        return List.copyOf(branches);
    }

    private long region(long root, String name, Staff president) {
        long region = department(root, name + "大区", null);
        hire("REGION_SALES", "大区销售经理", region, president);
        return region;
    }

    private Staff province(long region, String name, Staff president) {
        long province = department(region, name + "省公司", null);
        Staff manager = hire("GENERAL_MANAGER", "省公司总经理", province, president);
        hire("OPPORTUNITY_ADMIN", "省商机管理员", province, manager);
        return manager;
    }

    private Branch branch(Place place, Staff chief, int sellerCount) {
        long city = department(chief.departmentId(), place.city() + "分公司", place.code());
        Staff manager = hire("GENERAL_MANAGER", "分公司总经理", city, chief);
        Staff deputy = hire("DEPUTY_GM", "分管副经理", city, manager);
        Staff administrator = hire("OPPORTUNITY_ADMIN", "商机管理员", city, deputy);
        long center = department(city, place.city() + "政企中心", null);
        Staff director = hire("CENTER_DIRECTOR", "政企中心主任", center, deputy);
        Staff solution = hire("SOLUTION_MANAGER", "支撑经理", center, director);
        List<Long> grids = new ArrayList<>();
        for (int i = 0; i < (size.users() > 500 ? 1 : GRIDS.length); i++) {
            grids.add(department(center, place.city() + GRIDS[i], null));
        }
        List<Staff> sellers = new ArrayList<>();
        for (int i = 0; i < sellerCount; i++) {
            sellers.add(hire("ACCOUNT_MANAGER", i < 2 ? "行业经理" : "客户经理", grids.get(i % grids.size()), director));
        }
        // One in a branch that is large enough has left, and somebody else has taken over.
        @Nullable Staff leaver = sellers.size() > 5 ? sellers.removeLast() : null;
        if (leaver != null) {
            leaver = leave(leaver);
        }
        return new Branch(place, manager, deputy, director, administrator, solution, List.copyOf(sellers), leaver);
    }

    private Staff leave(Staff who) {
        Duration since = Duration.ofDays(chance.between(60, 300));
        Staff left = new Staff(
                who.id(),
                who.role(),
                who.title(),
                who.name(),
                who.departmentId(),
                who.managerId(),
                Workday.near(span.now().minus(since), chance));
        staff.set(staff.indexOf(who), left);
        return left;
    }

    private long department(long parent, String name, @Nullable String code) {
        long id = departmentIds.getAsLong();
        departments.add(
                new Company.Department(id, parent, name, code == null ? "D" + id : code, 0, departments.size()));
        return id;
    }

    /** The first of a department leads it. */
    private Staff hire(String role, String title, long department, @Nullable Staff manager) {
        Staff hired = new Staff(
                userIds.getAsLong(),
                role,
                title,
                PersonName.any(chance),
                department,
                manager == null ? null : manager.id(),
                null);
        staff.add(hired);
        leaders.putIfAbsent(department, hired.id());
        return hired;
    }

    private List<Company.Department> withLeaders() {
        return departments.stream()
                .map(it -> new Company.Department(
                        it.id(), it.parentId(), it.name(), it.code(), leaders.getOrDefault(it.id(), 0L), it.position()))
                .toList();
    }
}
