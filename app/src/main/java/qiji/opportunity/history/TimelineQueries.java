package qiji.opportunity.history;

import static db.activity.Tables.ACTIVITY;
import static db.activity.Tables.TASK;
import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.GRADE_EVENT;
import static db.organization.Tables.APP_USER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.activity.ActivityPermissions;
import qiji.activity.Counting;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Opportunities;
import qiji.opportunity.detail.OpportunityQueries;
import qiji.opportunity.grade.Grade;
import qiji.opportunity.grade.GradeEvent;

/** One feed of all that happened to an opportunity. */
@Repository
class TimelineQueries {
    private static final Instant EVER = Instant.parse("2999-01-01T00:00:00Z");

    private static final List<String> TO_THE_CITY = Stream.of(
                    GradeEvent.REPORTED, GradeEvent.RECEIVED, GradeEvent.SENT_BACK)
            .map(Enum::name)
            .toList();

    /** What one source gave: entries newest first, and whether it has older ones. */
    private record Part(List<? extends TimelineEntry> entries, boolean more) {
        private static Part of(List<? extends TimelineEntry> entries, int limit) {
            return new Part(entries, entries.size() >= limit);
        }
    }

    private final DSLContext jooq;
    private final OpportunityQueries opportunities;
    private final HistoryQueries history;
    private final FieldLabels labels;

    TimelineQueries(DSLContext jooq, OpportunityQueries opportunities, HistoryQueries history, FieldLabels labels) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.history = history;
        this.labels = labels;
    }

    /**
     * Entries of {@code kinds} before {@code before}; about {@code limit} of them. A source that has more is trusted only
     * down to its oldest entry given, so that nothing is left out between pages. Throws NOT_FOUND.
     */
    @Transactional(readOnly = true)
    TimelineEntry.Page page(
            long id, @Nullable Instant before, Set<TimelineEntry.Kind> kinds, int limit, Viewer viewer) {
        opportunities.mustSee(id, viewer);
        Instant until = before == null ? EVER : before;
        List<Part> parts = new ArrayList<>();
        Instant changesFrom = null;
        if (kinds.contains(TimelineEntry.Kind.CHANGE)) {
            HistoryRow.Page page = history.page(id, before, limit, viewer);
            changesFrom = page.next() == null ? null : Instant.parse(page.next());
            parts.add(
                    new Part(page.rows().stream().map(TimelineQueries::changed).toList(), false));
        }
        if (kinds.contains(TimelineEntry.Kind.ACTIVITY) && viewer.may(ActivityPermissions.READ)) {
            parts.add(Part.of(followUps(id, until, limit, viewer), limit));
        }
        if (kinds.contains(TimelineEntry.Kind.FILE)) {
            parts.add(Part.of(files(id, until, limit), limit));
        }
        if (kinds.contains(TimelineEntry.Kind.TASK) && viewer.may("task:read")) {
            parts.add(Part.of(tasks(id, until, limit, viewer), limit));
        }
        if (kinds.contains(TimelineEntry.Kind.GRADE)
                && labels.mayReadAll(viewer, "grade", "gradePending", "gradeState")) {
            parts.add(Part.of(grades(id, until, limit, viewer), limit));
        }
        return merged(parts, changesFrom, limit);
    }

    private static TimelineEntry.Page merged(List<Part> parts, @Nullable Instant changesFrom, int limit) {
        Instant floor = parts.stream()
                .filter(Part::more)
                .map(part -> part.entries().getLast().at())
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (changesFrom != null && (floor == null || changesFrom.isAfter(floor))) {
            floor = changesFrom;
        }
        Instant oldest = floor;
        List<TimelineEntry> all = parts.stream()
                .flatMap(part -> part.entries().stream())
                .map(TimelineEntry.class::cast)
                .filter(entry -> oldest == null || !entry.at().isBefore(oldest))
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .toList();
        if (all.size() > limit) {
            Instant last = all.get(limit - 1).at();
            List<TimelineEntry> rows =
                    all.stream().filter(entry -> !entry.at().isBefore(last)).toList();
            return new TimelineEntry.Page(rows, rows.size() < all.size() || oldest != null ? last.toString() : null);
        }
        return new TimelineEntry.Page(all, oldest == null ? null : Objects.toString(oldest));
    }

    private static TimelineEntry changed(HistoryRow row) {
        return new TimelineEntry.Changed(row.at(), row.by(), row.byName(), row.reason(), row.changes());
    }

    private List<TimelineEntry.Followed> followUps(long id, Instant until, int limit, Viewer viewer) {
        return jooq
                .select(
                        ACTIVITY.ID,
                        ACTIVITY.HAPPENED_AT,
                        ACTIVITY.OWNER_ID,
                        APP_USER.NAME,
                        ACTIVITY.KIND,
                        ACTIVITY.SUBJECT,
                        ACTIVITY.CONTENT,
                        ACTIVITY.OUTCOME,
                        ACTIVITY.NEXT_STEP,
                        ACTIVITY.NEXT_STEP_ON,
                        Counting.counts(ACTIVITY))
                .from(ACTIVITY)
                .join(APP_USER)
                .on(APP_USER.ID.eq(ACTIVITY.OWNER_ID))
                .where(ACTIVITY.RECORD_TYPE.eq(Opportunities.TYPE))
                .and(ACTIVITY.RECORD_ID.eq(id))
                .and(ACTIVITY.ARCHIVED_AT.isNull())
                .and(ACTIVITY.HAPPENED_AT.lt(until))
                .orderBy(ACTIVITY.HAPPENED_AT.desc())
                .limit(limit)
                .withTies()
                .fetch(mapping(TimelineEntry.Followed::new))
                .stream()
                .map(entry -> entry.seenBy(viewer))
                .toList();
    }

    private List<TimelineEntry.Attached> files(long id, Instant until, int limit) {
        return jooq.select(
                        FILE.ID,
                        FILE.UPLOADED_AT,
                        FILE.UPLOADED_BY,
                        APP_USER.NAME,
                        FILE.NAME,
                        FILE.SIZE,
                        FILE.CONTENT_TYPE)
                .from(FILE)
                .join(APP_USER)
                .on(APP_USER.ID.eq(FILE.UPLOADED_BY))
                .where(FILE.RECORD_TYPE.eq(Opportunities.TYPE))
                .and(FILE.RECORD_ID.eq(id))
                .and(FILE.REMOVED_AT.isNull())
                .and(FILE.UPLOADED_AT.lt(until))
                .orderBy(FILE.UPLOADED_AT.desc())
                .limit(limit)
                .withTies()
                .fetch(mapping(TimelineEntry.Attached::new));
    }

    private List<TimelineEntry.Graded> grades(long id, Instant until, int limit, Viewer viewer) {
        return jooq.select(
                        GRADE_EVENT.ID,
                        GRADE_EVENT.AT,
                        GRADE_EVENT.BY_ID,
                        APP_USER.NAME,
                        GRADE_EVENT.KIND.convertFrom(GradeEvent::valueOf),
                        GRADE_EVENT.BEFORE.convertFrom(TimelineQueries::grade),
                        GRADE_EVENT.GRADE.convertFrom(TimelineQueries::grade))
                .from(GRADE_EVENT)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(GRADE_EVENT.BY_ID))
                .where(GRADE_EVENT.OPPORTUNITY_ID.eq(id))
                .and(GRADE_EVENT.AT.lt(until))
                .and(labels.mayRead("cityReport", viewer) ? noCondition() : GRADE_EVENT.KIND.notIn(TO_THE_CITY))
                .orderBy(GRADE_EVENT.AT.desc())
                .limit(limit)
                .withTies()
                .fetch(mapping(TimelineEntry.Graded::new));
    }

    private static @Nullable Grade grade(@Nullable String code) {
        return code == null ? null : Grade.valueOf(code);
    }

    private List<TimelineEntry.Assigned> tasks(long id, Instant until, int limit, Viewer viewer) {
        var creator = APP_USER.as("creator");
        return jooq
                .select(
                        TASK.ID,
                        TASK.CREATED_AT,
                        TASK.CREATED_BY,
                        creator.NAME,
                        TASK.TITLE,
                        TASK.STATUS,
                        TASK.DUE_ON,
                        APP_USER.NAME)
                .from(TASK)
                .join(APP_USER)
                .on(APP_USER.ID.eq(TASK.ASSIGNEE_ID))
                .leftJoin(creator)
                .on(creator.ID.eq(TASK.CREATED_BY))
                .where(TASK.RECORD_TYPE.eq(Opportunities.TYPE))
                .and(TASK.RECORD_ID.eq(id))
                .and(TASK.CREATED_AT.lt(until))
                .orderBy(TASK.CREATED_AT.desc())
                .limit(limit)
                .withTies()
                .fetch(mapping(TimelineEntry.Assigned::new))
                .stream()
                .map(entry -> entry.seenBy(viewer))
                .toList();
    }
}
