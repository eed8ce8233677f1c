package qiji.opportunity.review;

import static db.opportunity.Tables.LESSON;
import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.not;

import com.fasterxml.jackson.annotation.JsonFormat;
import db.opportunity.tables.LessonTable;
import db.opportunity.tables.OpportunityTable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.detail.OpportunityQueries;
import qiji.opportunity.lesson.LessonPermissions;

/** What came of an ending: its lesson and the task that it left. */
@Repository
class ReviewQueries {
    /** Ids alone: each is read by a page of its own, for those who may. */
    record Aftermath(
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long lessonId,

            boolean published,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long taskId) {}

    private final DSLContext jooq;
    private final OpportunityQueries opportunities;
    private final FieldLabels labels;

    ReviewQueries(DSLContext jooq, OpportunityQueries opportunities, FieldLabels labels) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.labels = labels;
    }

    /** Throws NOT_FOUND. */
    Aftermath of(long id, Viewer viewer) {
        opportunities.mustSee(id, viewer);
        boolean teaches = viewer.may(LessonPermissions.READ) && labels.mayRead("lesson", viewer);
        boolean measures = labels.mayRead("prevention", viewer);
        OpportunityTable o = OPPORTUNITY.as("opportunity");
        LessonTable l = LESSON.as("lesson");
        return jooq.select(l.ID, l.PUBLISHED_AT, o.PREVENTION_TASK_ID)
                .from(o)
                .leftJoin(l)
                .on(l.OPPORTUNITY_ID.eq(o.ID))
                .and(not(l.EARLIER))
                .where(o.ID.eq(id))
                .fetchSingle(row -> new Aftermath(
                        teaches ? row.value1() : null,
                        teaches && row.value2() != null,
                        measures ? row.value3() : null));
    }
}
