package qiji.opportunity.grade;

import static db.opportunity.Tables.OPPORTUNITY;

import db.opportunity.tables.records.OpportunityRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.approval.Approvals;
import qiji.opportunity.SampleOpportunities;
import qiji.organization.AccessChanged;
import qiji.testing.Api;
import qiji.testing.SampleData;
import tools.jackson.databind.json.JsonMapper;

/** A branch with everybody who confirms grades, and a seller. */
public final class GradeOffice {
    private final ApplicationContext beans;
    private final DSLContext jooq;
    private final Writing writing;
    public final long branch;
    public final long centre;
    public final long seller;
    public final long director;
    public final long deputy;
    public final long manager;

    public GradeOffice(ApplicationContext beans) {
        this.beans = beans;
        this.jooq = beans.getBean(DSLContext.class);
        this.writing = beans.getBean(Writing.class);
        SampleData sample = beans.getBean(SampleData.class);
        branch = sample.department("分公司");
        centre = sample.department("政企中心", branch);
        seller = sample.user("Seller", centre);
        director = sample.user("Director", centre);
        deputy = sample.user("Deputy", branch);
        manager = sample.user("Manager", branch);
        hold(director, "CENTER_DIRECTOR");
        hold(deputy, "DEPUTY_GM");
        hold(manager, "GENERAL_MANAGER");
    }

    public void hold(long user, String role) {
        writing.by(Viewer.system("test"));
        jooq.execute("insert into organization.user_role (user_id, role_id) select " + user
                + ", id from organization.role where code = '" + role + "'");
    }

    public void dismiss(long user) {
        writing.by(Viewer.system("test"));
        jooq.execute("delete from organization.user_role where user_id = " + user);
    }

    /** A rule of that department that holds at once. */
    void publish(long department, int major, GradeRule.Confirmers confirmedBy) {
        GradeRule rule = GradeRule.shipped();
        GradeRule.Limits limits =
                new GradeRule.Limits(rule.limits().ordinary(), rule.limits().important(), BigDecimal.valueOf(major));
        String body = beans.getBean(JsonMapper.class)
                .writeValueAsString(
                        new GradeRule(rule.basis(), limits, rule.manyLines(), confirmedBy, null, null, null, null));
        publish("grade", department, body, LocalDate.of(2020, 1, 1));
    }

    /** From now on grade and assessment are decided each by itself in the branch. */
    public void apart() {
        publish(branch, 200_000, GradeRule.shipped().confirmedBy());
    }

    /** A rule of that department, of headquarters if it is null, that holds from that day on. */
    public void publish(String kind, @Nullable Long department, String body, LocalDate from) {
        writing.by(Viewer.system("test"));
        jooq.execute(
                "insert into rule.rule (kind, department_id) values (?, ?::bigint) on conflict do nothing",
                kind,
                department);
        jooq.execute(
                "insert into rule.edition (rule_id, number, state, body, effective_from, reason, published_by,"
                        + " published_at, created_by) select id, (select count(*) + 1 from rule.edition where rule_id ="
                        + " rule.id), 'PUBLISHED', ?::jsonb, ?, 'test', 0, now(), 0 from rule.rule"
                        + " where kind = ? and department_id is not distinct from ?::bigint",
                body,
                from,
                kind,
                department);
        beans.publishEvent(new AccessChanged());
    }

    /** The approval plan of the branch: flows as JSON. */
    void plan(String flows) {
        writing.by(Viewer.system("test"));
        jooq.execute(
                "with made as (insert into rule.rule (kind, department_id) values ('approval-plan', ?) returning id)"
                        + " insert into rule.edition (rule_id, number, state, body, effective_from, reason, published_by,"
                        + " published_at, created_by) select id, 1, 'PUBLISHED', jsonb_build_object('flows', ?::jsonb),"
                        + " '2020-01-01', 'test', 0, now(), 0 from made",
                branch,
                flows);
        beans.publishEvent(new AccessChanged());
    }

    /** Its rows stand as they were before there were grades. */
    public long deal(Consumer<OpportunityRecord> with) {
        return new SampleOpportunities(beans).opportunity(seller, row -> {
            row.setDepartmentId(centre);
            with.accept(row);
        });
    }

    public Viewer as(long user) {
        Viewer all = SampleData.viewer(
                user,
                "opportunity:read",
                "opportunity:edit",
                "opportunity:create",
                "opportunity:reopen",
                "opportunity:abandon",
                "opportunity:import",
                "approval:decide",
                "activity:read",
                "user:read");
        return SampleData.scoped(
                all, "opportunity", user == seller ? Scope.ofOwners(Set.of(user)) : Scope.ofOwners(Set.of(0L)));
    }

    /** The same, to whom a field is hidden. */
    public Viewer blind(long user, String hidden) {
        return SampleData.hiding(as(user), "opportunity." + hidden);
    }

    public Api api(long user) {
        return Api.of(beans.getBean(MockMvcTester.class), as(user));
    }

    MvcTestResult edit(long deal, String fields) {
        return api(seller)
                .patch(
                        "/api/opportunities/" + deal,
                        "{\"version\": %d, %s}".formatted(row(deal).getVersion(), fields));
    }

    MvcTestResult decide(long user, long request, String outcome) {
        return api(user)
                .post(
                        "/api/approvals/" + request + "/decision",
                        "{\"outcome\": \"%s\", \"comment\": \"看过\"}".formatted(outcome));
    }

    long request(long deal) {
        return beans.getBean(Approvals.class)
                .pending(Grading.KIND, deal)
                .orElseThrow()
                .requestId();
    }

    public boolean isAsked(long deal) {
        return beans.getBean(Approvals.class).pending(Grading.KIND, deal).isPresent();
    }

    public OpportunityRecord row(long deal) {
        return jooq.fetchSingle(OPPORTUNITY, OPPORTUNITY.ID.eq(deal));
    }

    Standing standing(long deal) {
        return Standing.of(row(deal));
    }

    static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
