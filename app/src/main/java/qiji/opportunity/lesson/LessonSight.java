package qiji.opportunity.lesson;

import static db.opportunity.Tables.LESSON;
import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import db.opportunity.tables.LessonTable;
import db.opportunity.tables.OpportunityTable;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import qiji.access.FieldAccess;
import qiji.access.Reason;
import qiji.access.RecordAccess;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.Secrecy;
import qiji.platform.Words;

/**
 * Who sees which lesson: who sees the opportunity that taught it; and everybody with the right, once it is published and as
 * long as the opportunity is not confidential. To whom the lessons of opportunities are hidden, no lesson is told. [A3 A4 D12]
 */
final class LessonSight {
    private static final Words PUBLISHED = Words.of("已公开，有权限的人都能看到", "Published: who has the permission sees it");

    private LessonSight() {}

    static Condition visibleTo(Viewer viewer, LessonTable lesson) {
        return or(
                viewer,
                lesson,
                RecordAccess.oneOf(lesson.OPPORTUNITY_ID, OPPORTUNITY.ID, Opportunities.sight(viewer, OPPORTUNITY)));
    }

    /** The same, asked of each lesson by the key of its opportunity: where few are, rather than finding all that are seen. */
    static Condition visibleEach(Viewer viewer, LessonTable lesson) {
        OpportunityTable seen = OPPORTUNITY.as("lesson_seen");
        return or(
                viewer,
                lesson,
                exists(selectOne()
                        .from(seen)
                        .where(seen.ID.eq(lesson.OPPORTUNITY_ID))
                        .and(Opportunities.sight(viewer, seen).condition())));
    }

    private static Condition or(Viewer viewer, LessonTable lesson, Condition ofItsOpportunity) {
        if (isHidden(viewer)) {
            return falseCondition();
        }
        return viewer.may(OpportunityPermissions.READ) ? ofItsOpportunity.or(isPublic(lesson)) : isPublic(lesson);
    }

    /** Why, beside the opportunity, the lesson {@code id} is seen. */
    static List<Reason> reasons(Viewer viewer, Field<Long> id) {
        return isHidden(viewer)
                ? List.of()
                : List.of(new Reason(Reason.By.ITSELF, PUBLISHED, isPublic(LESSON)).of(id, LESSON.ID));
    }

    private static boolean isHidden(Viewer viewer) {
        return viewer.accessTo(Opportunities.TYPE, "lesson") == FieldAccess.HIDDEN;
    }

    /** Of those that are published, without the ones that became confidential since. */
    private static Condition isPublic(LessonTable lesson) {
        OpportunityTable secret = OPPORTUNITY.as("lesson_secret");
        return lesson.PUBLISHED_AT
                .isNotNull()
                .and(notExists(selectOne()
                        .from(secret)
                        .where(secret.ID.eq(lesson.OPPORTUNITY_ID))
                        .and(secret.SECRECY.eq(inline(Secrecy.CONFIDENTIAL.name())))));
    }
}
