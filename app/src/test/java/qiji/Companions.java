package qiji;

import static db.activity.Tables.ACTIVITY;
import static db.activity.Tables.TASK;
import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.LESSON;
import static db.project.Tables.PROJECT;

import java.time.Instant;
import java.time.LocalDate;
import org.jooq.DSLContext;

/** What hangs on a deal of a random company: a follow-up, a file, a task, a lesson and a project. */
final class Companions {
    private Companions() {}

    static void of(long deal, long user, DSLContext jooq) {
        jooq.insertInto(ACTIVITY)
                .set(ACTIVITY.RECORD_TYPE, "opportunity")
                .set(ACTIVITY.RECORD_ID, deal)
                .set(ACTIVITY.KIND, "CALL")
                .set(ACTIVITY.SUBJECT, "电话")
                .set(ACTIVITY.HAPPENED_AT, Instant.EPOCH)
                .set(ACTIVITY.OWNER_ID, user)
                .set(ACTIVITY.CREATED_BY, 0L)
                .execute();
        jooq.insertInto(FILE)
                .set(FILE.RECORD_TYPE, "opportunity")
                .set(FILE.RECORD_ID, deal)
                .set(FILE.NAME, "方案.pdf")
                .set(FILE.SIZE, 1L)
                .set(FILE.CONTENT_TYPE, "application/pdf")
                .set(FILE.SHA256, "0".repeat(64))
                .set(FILE.UPLOADED_BY, user)
                .execute();
        jooq.insertInto(TASK)
                .set(TASK.RECORD_TYPE, "opportunity")
                .set(TASK.RECORD_ID, deal)
                .set(TASK.TITLE, "回访")
                .set(TASK.ASSIGNEE_ID, 1L) // the administrator, who is nobody's subordinate here
                .set(TASK.CREATED_BY, 0L)
                .execute();
        jooq.insertInto(LESSON)
                .set(LESSON.OPPORTUNITY_ID, deal)
                .set(LESSON.TITLE, "先问预算")
                .set(LESSON.TEXT, "先问预算")
                .set(LESSON.OUTCOME, "LOST")
                .set(LESSON.LEARNT_ON, LocalDate.EPOCH)
                .set(LESSON.CREATED_BY, 0L)
                .execute();
        jooq.insertInto(PROJECT)
                .set(PROJECT.OPPORTUNITY_ID, deal)
                .set(PROJECT.NAME, "交付")
                .set(PROJECT.CREATED_BY, 0L)
                .execute();
    }
}
