package qiji.opportunity.gate;

import static db.activity.Tables.ACTIVITY;
import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.ASSESSMENT;
import static db.opportunity.Tables.DONE_ACTION;
import static db.opportunity.Tables.EVIDENCE;
import static db.opportunity.Tables.GATE_APPROVAL;
import static db.opportunity.Tables.GATE_WAIVER;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.STAGE_VISIT;

import db.opportunity.tables.records.OpportunityRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.process.SalesProcess;
import qiji.process.Stage;

/** Lets one thing after another happen to an opportunity that gates may ask for, or that goes again. */
final class GatePast {
    private static final List<String> KINDS = List.of("VISIT", "CALL");
    private static final List<@Nullable Boolean> COUNTS = Arrays.asList(true, false, null);

    private final DSLContext jooq;
    private final Random random;
    private final long person;
    private int number;

    GatePast(ApplicationContext beans, Random random, long person) {
        this.jooq = beans.getBean(DSLContext.class);
        this.random = random;
        this.person = person;
        beans.getBean(Writing.class).by(Viewer.system("test"));
    }

    OpportunityRecord row(long id) {
        return jooq.fetchSingle(OPPORTUNITY, OPPORTUNITY.ID.eq(id));
    }

    Instant now() {
        return jooq.fetchSingle("select clock_timestamp()").get(0, Instant.class);
    }

    void something(long id, SalesProcess process) {
        List<Stage> stages = process.stages();
        Stage stage = stages.get(random.nextInt(stages.size()));
        switch (random.nextInt(9)) {
            case 0, 1 -> fill(id);
            case 2 -> act(id, stage);
            case 3 -> file(id);
            case 4 -> prove(id, stage.key());
            case 5 -> followUp(id);
            case 6 -> assess(id);
            case 7 -> grade(id);
            default -> decide(id, stage.key());
        }
    }

    void move(long id, long from, long target, Instant at, List<Long> entered) {
        jooq.insertInto(STAGE_VISIT)
                .set(STAGE_VISIT.OPPORTUNITY_ID, id)
                .set(STAGE_VISIT.FROM_STAGE_ID, from)
                .set(STAGE_VISIT.STAGE_ID, target)
                .set(STAGE_VISIT.ENTERED_AT, at)
                .set(STAGE_VISIT.LEFT_AT, at)
                .set(STAGE_VISIT.ENTERED_BY, person)
                .execute();
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.STAGE_ID, target)
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
        jooq.update(GATE_APPROVAL)
                .set(GATE_APPROVAL.USED_AT, now())
                .where(GATE_APPROVAL.OPPORTUNITY_ID.eq(id))
                .and(GATE_APPROVAL.STAGE_ID.in(entered))
                .and(GATE_APPROVAL.USED_AT.isNull())
                .execute();
    }

    private boolean often() {
        return random.nextInt(3) > 0;
    }

    private void fill(long id) {
        boolean waived = random.nextInt(4) == 0;
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.EXPECTED_SIGN_ON, often() ? LocalDate.EPOCH : null)
                .set(OPPORTUNITY.EXPECTED_AMOUNT, often() ? BigDecimal.valueOf(random.nextInt(1, 99)) : null)
                .set(OPPORTUNITY.NEXT_STEP, often() ? "call" : " ")
                .set(OPPORTUNITY.TAGS, often() ? new String[] {"one"} : new String[0])
                .set(OPPORTUNITY.CUSTOM, JSONB.valueOf(often() ? "{\"x\": 1}" : "{\"x\": []}"))
                .set(OPPORTUNITY.NEED_KNOWN, often())
                .set(OPPORTUNITY.NEED_EVIDENCE, "told")
                .set(OPPORTUNITY.KP_KNOWN, true)
                .set(OPPORTUNITY.KP_EVIDENCE, "told")
                .set(OPPORTUNITY.BUDGET_KNOWN, often())
                .set(OPPORTUNITY.BUDGET_EVIDENCE, "told")
                .set(OPPORTUNITY.VALIDITY_WAIVED_BY, waived ? person : null)
                .set(OPPORTUNITY.VALIDITY_WAIVER, waived ? "why" : null)
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
    }

    private void act(long id, Stage stage) {
        for (String action : stage.guidance().actionKeys()) {
            if (often()) {
                jooq.insertInto(DONE_ACTION)
                        .set(DONE_ACTION.OPPORTUNITY_ID, id)
                        .set(DONE_ACTION.STAGE_ID, stage.key())
                        .set(DONE_ACTION.ACTION, action)
                        .onConflictDoNothing()
                        .execute();
            } else {
                jooq.deleteFrom(DONE_ACTION)
                        .where(DONE_ACTION.OPPORTUNITY_ID.eq(id))
                        .and(DONE_ACTION.ACTION.eq(action))
                        .execute();
            }
        }
    }

    private long file(long id) {
        if (random.nextInt(3) == 0) {
            jooq.update(FILE)
                    .set(FILE.REMOVED_AT, now())
                    .where(FILE.RECORD_TYPE.eq("opportunity"))
                    .and(FILE.RECORD_ID.eq(id))
                    .and(FILE.REMOVED_AT.isNull())
                    .execute();
        }
        return jooq.insertInto(FILE)
                .set(FILE.RECORD_TYPE, "opportunity")
                .set(FILE.RECORD_ID, id)
                .set(FILE.NAME, random.nextBoolean() ? "the minutes.docx" : "else.docx")
                .set(FILE.SIZE, 1L)
                .set(FILE.CONTENT_TYPE, "text/plain")
                .set(FILE.SHA256, "0".repeat(64))
                .set(FILE.UPLOADED_BY, person)
                .set(FILE.UPLOADED_AT, now())
                .returningResult(FILE.ID)
                .fetchSingle()
                .value1();
    }

    private void prove(long id, long stage) {
        jooq.deleteFrom(EVIDENCE)
                .where(EVIDENCE.OPPORTUNITY_ID.eq(id))
                .and(EVIDENCE.STAGE_ID.eq(stage))
                .execute();
        if (often()) {
            jooq.insertInto(EVIDENCE)
                    .set(EVIDENCE.OPPORTUNITY_ID, id)
                    .set(EVIDENCE.STAGE_ID, stage)
                    .set(EVIDENCE.FILE_ID, file(id))
                    .execute();
        }
    }

    private void followUp(long id) {
        if (random.nextInt(3) == 0) {
            jooq.update(ACTIVITY)
                    .set(ACTIVITY.ARCHIVED_AT, now())
                    .where(ACTIVITY.RECORD_ID.eq(id))
                    .and(ACTIVITY.RECORD_TYPE.eq("opportunity"))
                    .and(ACTIVITY.ARCHIVED_AT.isNull())
                    .execute();
        }
        jooq.insertInto(ACTIVITY)
                .set(ACTIVITY.RECORD_TYPE, "opportunity")
                .set(ACTIVITY.RECORD_ID, id)
                .set(ACTIVITY.KIND, KINDS.get(random.nextInt(2)))
                .set(ACTIVITY.SUBJECT, "Spoke")
                .set(ACTIVITY.HAPPENED_AT, now().minus(Duration.ofHours(random.nextInt(-48, 20 * 24))))
                .set(ACTIVITY.OWNER_ID, person)
                .set(ACTIVITY.COUNTS, COUNTS.get(random.nextInt(3)))
                .set(ACTIVITY.CREATED_AT, now())
                .set(ACTIVITY.CREATED_BY, person)
                .execute();
    }

    /** As the rule, or those who confirm, have it: no version of the opportunity. */
    private void grade(long id) {
        List<@Nullable String> grades = Arrays.asList(null, "GENERAL", "MAJOR");
        String grade = grades.get(random.nextInt(3));
        boolean waits = grade != null && random.nextInt(3) == 0;
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.GRADE, grade)
                .set(OPPORTUNITY.GRADE_PENDING, waits ? "ORDINARY" : null)
                .set(OPPORTUNITY.GRADE_STATE, grade == null ? null : waits ? "AWAITING" : "CONFIRMED")
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
    }

    private void assess(long id) {
        BigDecimal score = BigDecimal.valueOf(random.nextInt(30, 90));
        jooq.insertInto(ASSESSMENT)
                .set(ASSESSMENT.OPPORTUNITY_ID, id)
                .set(ASSESSMENT.NUMBER, ++number)
                .set(ASSESSMENT.CARD, JSONB.valueOf("{}"))
                .set(ASSESSMENT.STATE, "APPROVED")
                .set(ASSESSMENT.SCORE, score)
                .set(ASSESSMENT.SCREENED, "NORMAL")
                .set(ASSESSMENT.DIRECTION, "NORMAL")
                .set(ASSESSMENT.DECIDED_AT, now())
                .set(ASSESSMENT.CREATED_BY, person)
                .execute();
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.SCORE, score)
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
    }

    /** That it may enter, or may do without something, wherever that is asked. */
    private void decide(long id, long stage) {
        if (random.nextBoolean()) {
            jooq.insertInto(GATE_APPROVAL)
                    .set(GATE_APPROVAL.OPPORTUNITY_ID, id)
                    .set(GATE_APPROVAL.STAGE_ID, stage)
                    .set(GATE_APPROVAL.ASKED_BY, person)
                    .set(GATE_APPROVAL.ASKED_AT, now())
                    .set(GATE_APPROVAL.APPROVED_AT, now())
                    .onConflictDoNothing()
                    .execute();
            return;
        }
        jooq.deleteFrom(GATE_WAIVER).where(GATE_WAIVER.OPPORTUNITY_ID.eq(id)).execute();
        if (often()) {
            for (long one : jooq.fetch("select id from process.stage").getValues(0, Long.class)) {
                jooq.insertInto(GATE_WAIVER)
                        .set(GATE_WAIVER.OPPORTUNITY_ID, id)
                        .set(GATE_WAIVER.STAGE_ID, one)
                        .set(GATE_WAIVER.KIND, "FIELD")
                        .set(GATE_WAIVER.ITEM, "expectedSignOn")
                        .set(GATE_WAIVER.WHY, "because")
                        .set(GATE_WAIVER.WAIVED_BY, person)
                        .set(GATE_WAIVER.WAIVED_AT, now())
                        .execute();
            }
        }
    }
}
