package qiji.approval;

import static db.approval.Tables.TASK;
import static db.opportunity.Tables.OPPORTUNITY;
import static qiji.testing.SampleData.viewer;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.Opportunities;
import qiji.opportunity.SampleOpportunities;
import qiji.opportunity.move.Endings;
import qiji.organization.AccessChanged;
import qiji.testing.SampleData;

/** A branch with a centre below it, its people, and an opportunity that the seller wants to abandon. */
final class Office {
    private final DSLContext jooq;
    private final Writing writing;
    private final ApplicationContext beans;
    private final SampleData sample;
    final long branch;
    final long centre;
    final long seller;
    final long director;
    final long other;
    final long manager;
    long deal;

    Office(ApplicationContext beans) {
        this.beans = beans;
        jooq = beans.getBean(DSLContext.class);
        writing = beans.getBean(Writing.class);
        sample = beans.getBean(SampleData.class);
        branch = sample.department("分公司");
        centre = sample.department("政企中心", branch);
        seller = sample.user("Seller", centre);
        director = sample.user("Director", centre);
        other = sample.user("Other director", centre);
        manager = sample.user("GM", branch);
        hold(director, "CENTER_DIRECTOR");
        hold(other, "CENTER_DIRECTOR");
        hold(manager, "GENERAL_MANAGER");
        deal = deal();
    }

    long deal() {
        return new SampleOpportunities(beans).opportunity(seller, row -> {
            row.setDepartmentId(centre);
            row.setExpectedAmount(new java.math.BigDecimal("1000.00"));
        });
    }

    void hold(long user, String role) {
        writing.by(Viewer.system("test"));
        jooq.execute("insert into organization.user_role (user_id, role_id) select " + user
                + ", id from organization.role where code = '" + role + "'");
    }

    void dismiss(long user) {
        writing.by(Viewer.system("test"));
        jooq.execute("delete from organization.user_role where user_id = " + user);
    }

    /** Levels as JSON, for this branch only. */
    void plan(String levels) {
        flows("[{\"kind\": \"abandonment\", \"levels\": %s}]".formatted(levels));
    }

    /** Whole flows as JSON. */
    void flows(String flows) {
        writing.by(Viewer.system("test"));
        jooq.execute("with made as (insert into rule.rule (kind, department_id) values ('approval-plan', " + branch
                + ") returning id) insert into rule.edition (rule_id, number, state, body, effective_from, reason,"
                + " published_by, published_at, created_by) select id, 1, 'PUBLISHED',"
                + " jsonb_build_object('flows', '" + flows + "'::jsonb), '2020-01-01', 'test', 0, now(), 0 from made");
        beans.publishEvent(new AccessChanged());
    }

    /** Works in the office, and sees what is theirs. */
    Viewer as(long user) {
        Viewer all = viewer(
                user, "opportunity:read", "opportunity:edit", "opportunity:abandon", "approval:decide", "user:read");
        return SampleData.scoped(all, "opportunity", Scope.ofOwners(java.util.Set.of(user)));
    }

    long ask() {
        beans.getBean(Endings.class).abandon(deal, "没有预算", null, as(seller));
        return beans.getBean(Approvals.class)
                .pending("abandonment", deal)
                .orElseThrow()
                .requestId();
    }

    /** Gives the deal to somebody else, as a leader who sees all does. */
    void give(long user) {
        beans.getBean(Opportunities.class)
                .transfer(deal, user, "换人", null, viewer(0, "opportunity:read", "opportunity:transfer"));
    }

    String status() {
        return jooq.fetchValue(OPPORTUNITY.STATUS, OPPORTUNITY.ID.eq(deal));
    }

    List<Long> asked(long request) {
        return jooq.select(TASK.USER_ID)
                .from(TASK)
                .where(TASK.REQUEST_ID.eq(request))
                .and(TASK.STATE.eq("OPEN"))
                .orderBy(TASK.USER_ID)
                .fetch(TASK.USER_ID);
    }
}
