package qiji.opportunity;

import static db.collaboration.Tables.FILE;
import static db.customer.Tables.CUSTOMER;
import static db.opportunity.Tables.EVIDENCE;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.STAGE_VISIT;
import static db.product.Tables.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.viewer;

import db.opportunity.tables.records.OpportunityRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.approval.ApprovalSubject;
import qiji.approval.Approvals;
import qiji.approval.Decisions;
import qiji.platform.Time;
import qiji.process.SalesProcess;
import qiji.process.Stages;
import qiji.testing.Api;
import qiji.testing.SampleData;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Opportunities, customers and products in the database, for tests of what happens to them. */
public class SampleOpportunities {
    public static final String[] EVERY_RIGHT = {
        "opportunity:read",
        "opportunity:create",
        "opportunity:edit",
        "opportunity:transfer",
        "opportunity:abandon",
        "opportunity:reopen",
        "opportunity:waive",
        "opportunity:back-date",
        "customer:read",
        "contact:read",
        "product:read",
        "process:read",
        "stage:read",
        "user:read",
        "department:read",
        "activity:read",
        "task:read"
    };

    private final ApplicationContext beans;
    private final DSLContext jooq;
    private final Writing writing;
    private final Stages stages;

    public SampleOpportunities(ApplicationContext beans) {
        this.beans = beans;
        this.jooq = beans.getBean(DSLContext.class);
        this.writing = beans.getBean(Writing.class);
        this.stages = beans.getBean(Stages.class);
    }

    /** A whole review of a loss, with {@code more} said before it. */
    public static String loss(long user, String more) {
        return """
                {%s"reason": "PRICE_TOO_HIGH", "summary": "价高", "lesson": "尽早了解预算。再谈方案", "prevention": "确认阶段先问预算",
                 "preventionOwnerId": "%d", "preventionDueOn": "%s"}""".formatted(more, user, LocalDate.now(Time.ZONE).plusDays(14));
    }

    /** Stage B asks for it in a new edition. */
    public void demand(String gate) {
        Api editor = Api.of(beans.getBean(MockMvcTester.class), viewer(7, "process:edit", "process:read"));
        ObjectNode process = (ObjectNode) editor.read("/api/processes").get(0);
        ((ObjectNode) process.get("stages").get(1))
                .set("gate", JsonMapper.shared().readTree(gate));
        assertThat(editor.put("/api/processes/" + process.get("id").asString(), process.toString()))
                .hasStatusOk();
    }

    public SalesProcess process() {
        return stages.findDefault().orElseThrow();
    }

    public long stage(String code) {
        return process().stages().stream()
                .filter(stage -> stage.code().equals(code))
                .findFirst()
                .orElseThrow()
                .key();
    }

    public long customer() {
        writing.by(Viewer.system("sample data"));
        String name = SampleData.unique("Customer");
        return jooq.insertInto(CUSTOMER)
                .set(CUSTOMER.NAME, name)
                .set(CUSTOMER.NORMALIZED_NAME, name)
                .set(CUSTOMER.CREATED_BY, 0L)
                .returningResult(CUSTOMER.ID)
                .fetchSingle()
                .value1();
    }

    long product(String price) {
        writing.by(Viewer.system("sample data"));
        return jooq.insertInto(PRODUCT)
                .set(PRODUCT.NAME, SampleData.unique("Product"))
                .set(PRODUCT.LIST_PRICE, new BigDecimal(price))
                .set(PRODUCT.CREATED_BY, 0L)
                .returningResult(PRODUCT.ID)
                .fetchSingle()
                .value1();
    }

    /** An open one in stage A, with a name and nothing else. */
    public long opportunity(long ownerId) {
        return opportunity(ownerId, _ -> {});
    }

    /** An open one in stage A whose gates are all met. */
    public long ripe(long ownerId) {
        long customer = customer();
        long id = opportunity(ownerId, row -> {
            row.setCustomerId(customer);
            row.setExpectedAmount(new BigDecimal("1000.00"));
            row.setCommittedAmount(new BigDecimal("900.00"));
            row.setExpectedSignOn(LocalDate.now(Time.ZONE).plusDays(30));
            row.setExpectedRevenueOn(LocalDate.now(Time.ZONE).plusDays(60));
            row.setNeedKnown(true);
            row.setNeedEvidence("visit");
            row.setKpKnown(true);
            row.setKpEvidence("visit");
            row.setBudgetKnown(true);
            row.setBudgetEvidence("visit");
        });
        contract(id, ownerId);
        return id;
    }

    /** The evidence that winning asks for. */
    public void contract(long id, long by) {
        writing.by(Viewer.system("sample data"));
        long file = jooq.insertInto(FILE)
                .set(FILE.RECORD_TYPE, Opportunities.TYPE)
                .set(FILE.RECORD_ID, id)
                .set(FILE.NAME, "contract.pdf")
                .set(FILE.SIZE, 1L)
                .set(FILE.CONTENT_TYPE, "application/pdf")
                .set(FILE.SHA256, "0".repeat(64))
                .set(FILE.UPLOADED_BY, by)
                .returningResult(FILE.ID)
                .fetchSingle()
                .value1();
        jooq.insertInto(EVIDENCE)
                .set(EVIDENCE.OPPORTUNITY_ID, id)
                .set(EVIDENCE.STAGE_ID, stage("E"))
                .set(EVIDENCE.FILE_ID, file)
                .execute();
    }

    public long opportunity(long ownerId, Consumer<OpportunityRecord> with) {
        writing.by(Viewer.system("sample data"));
        OpportunityRecord row = jooq.newRecord(OPPORTUNITY);
        row.setNumber(SampleData.unique("TEST"));
        row.setName(SampleData.unique("Opportunity"));
        row.setProcessId(process().key());
        row.setStageId(process().first().key());
        row.setStageEnteredAt(Instant.now());
        row.setOpenedOn(LocalDate.now(Time.ZONE).minusDays(10));
        row.setOwnerId(ownerId);
        row.setCreatedBy(ownerId);
        with.accept(row);
        row.insert();
        jooq.insertInto(STAGE_VISIT)
                .set(STAGE_VISIT.OPPORTUNITY_ID, row.getId())
                .set(STAGE_VISIT.STAGE_ID, row.getStageId())
                .set(STAGE_VISIT.ENTERED_AT, row.getStageEnteredAt())
                .set(STAGE_VISIT.ENTERED_BY, ownerId)
                .execute();
        return row.getId();
    }

    /** Someone who is asked for approval of what lies in no department. */
    public long director() {
        SampleData sample = beans.getBean(SampleData.class);
        long user = sample.user("Director", sample.department("政企中心"));
        jooq.execute("insert into organization.user_role (user_id, role_id) select " + user
                + ", id from organization.role where code = 'CENTER_DIRECTOR'");
        return user;
    }

    /** That it is abandoned, as was asked, by whoever is asked first. The version after it. */
    public int approve(long id) {
        decide(id, ApprovalSubject.Outcome.APPROVED, null);
        return row(id).getVersion();
    }

    /** By whoever is asked first. */
    void decide(long id, ApprovalSubject.Outcome outcome, @Nullable String comment) {
        long request = beans.getBean(Approvals.class)
                .pending("abandonment", id)
                .orElseThrow()
                .requestId();
        long asked = jooq.fetchSingle("select min(user_id) from approval.task where request_id = ?", request)
                .get(0, Long.class);
        beans.getBean(Decisions.class)
                .decide(request, outcome, comment, SampleData.viewer(asked, "opportunity:read", "approval:decide"));
    }

    OpportunityRecord row(long id) {
        return jooq.fetchSingle(OPPORTUNITY, OPPORTUNITY.ID.eq(id));
    }
}
