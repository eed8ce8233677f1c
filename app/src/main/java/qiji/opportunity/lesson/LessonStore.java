package qiji.opportunity.lesson;

import static db.opportunity.Tables.LESSON;
import static db.opportunity.Tables.LESSON_MARK;
import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.val;

import db.opportunity.tables.records.LessonRecord;
import db.opportunity.tables.records.OpportunityRecord;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.platform.Problem;

/** Keeps the lessons of opportunities that the caller has locked, and locks lessons that the viewer sees. */
@Repository
public class LessonStore {
    private final DSLContext jooq;

    LessonStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Whether what is about to be saved changes the lesson of an ending, or what it is found by, or opens it again. */
    public boolean isToldBy(OpportunityRecord row) {
        return row.getClosedOn() == null
                ? row.modified(OPPORTUNITY.CLOSED_ON)
                : Stream.of(
                                OPPORTUNITY.LESSON,
                                OPPORTUNITY.STATUS,
                                OPPORTUNITY.CLOSED_ON,
                                OPPORTUNITY.LOST_REASON,
                                OPPORTUNITY.LOST_TO_COMPETITOR_ID)
                        .anyMatch(row::modified);
    }

    /**
     * After they were saved: those that ended with a lesson keep it, those that have none any more lose it. What was learnt
     * before one was opened again stays, whatever is learnt of its next ending.
     */
    public void learn(OpportunityRecord row) {
        index(new Long[] {row.getId()});
    }

    /** Of new ones. */
    public void learn(Collection<OpportunityRecord> rows) {
        Long[] ended = rows.stream()
                .filter(row -> row.getClosedOn() != null)
                .map(OpportunityRecord::getId)
                .toArray(Long[]::new);
        if (ended.length > 0) {
            index(ended);
        }
    }

    private void index(Long[] opportunities) {
        jooq.batch(jooq.selectFrom(db.opportunity.Tables.LEARN(opportunities)).fetch().stream()
                        .<Query>map(learnt -> {
                            LessonRecord lesson = new LessonRecord();
                            lesson.setTitle(learnt.getTitle());
                            lesson.setText(learnt.getText());
                            return jooq.update(LESSON)
                                    .set(LessonFields.TYPE.searchOf(lesson))
                                    .where(LESSON.ID.eq(learnt.getId()));
                        })
                        .toList())
                .execute();
    }

    /** Before the opportunity itself goes. */
    public void forget(long opportunity) {
        jooq.deleteFrom(LESSON).where(LESSON.OPPORTUNITY_ID.eq(opportunity)).execute();
    }

    /** Throws NOT_FOUND, also for what the viewer may not see. */
    LessonRecord find(long id, Viewer viewer) {
        return jooq.selectFrom(LESSON)
                .where(LESSON.ID.eq(id))
                .and(LessonSight.visibleTo(viewer, LESSON))
                .fetchOptional()
                .orElseThrow(Problem::notFound);
    }

    /** Locked until the transaction ends; empty for what the viewer may not see. */
    Optional<LessonRecord> lock(long id, Viewer viewer) {
        return jooq.selectFrom(LESSON)
                .where(LESSON.ID.eq(id))
                .and(LessonSight.visibleTo(viewer, LESSON))
                .forUpdate()
                .fetchOptional();
    }

    int save(LessonRecord row) {
        row.setVersion(row.getVersion() + 1);
        row.update();
        jooq.update(LESSON)
                .set(LessonFields.TYPE.searchOf(row))
                .where(LESSON.ID.eq(row.getId()))
                .execute();
        jooq.update(LESSON_MARK)
                .set(LESSON_MARK.PUBLISHED, val(row.getPublishedAt() != null))
                .where(LESSON_MARK.LESSON_ID.eq(row.getId()))
                .execute();
        return row.getVersion();
    }
}
