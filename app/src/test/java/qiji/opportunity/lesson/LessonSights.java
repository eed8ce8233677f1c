package qiji.opportunity.lesson;

import static db.opportunity.Tables.LESSON;

import org.jooq.Condition;
import qiji.access.Viewer;

/** The one rule of who sees which lesson, in both its forms. */
public final class LessonSights {
    private LessonSights() {}

    public static Condition found(Viewer viewer) {
        return LessonSight.visibleTo(viewer, LESSON);
    }

    public static Condition askedOfEach(Viewer viewer) {
        return LessonSight.visibleEach(viewer, LESSON);
    }
}
