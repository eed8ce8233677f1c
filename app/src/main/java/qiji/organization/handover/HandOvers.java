package qiji.organization.handover;

import static db.organization.Tables.APP_USER;

import db.organization.tables.records.AppUserRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Audits;
import qiji.access.HandsOver;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.AccessChanged;
import qiji.organization.Authority;
import qiji.organization.OrganizationProblem;
import qiji.organization.UserState;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Moves everything that someone owns to someone else in one step: all of it or nothing. [A1] */
@Component
public class HandOvers {
    private final ObjectProvider<HandsOver> owners;
    private final DSLContext jooq;
    private final Authority authority;
    private final Writing writing;
    private final Audits audits;
    private final HandOverNotices notices;
    private final ApplicationEventPublisher events;

    HandOvers(
            ObjectProvider<HandsOver> owners,
            DSLContext jooq,
            Authority authority,
            Writing writing,
            Audits audits,
            HandOverNotices notices,
            ApplicationEventPublisher events) {
        this.owners = owners;
        this.jooq = jooq;
        this.authority = authority;
        this.writing = writing;
        this.audits = audits;
        this.notices = notices;
        this.events = events;
    }

    /** How much of one kind someone owns. */
    public record Possession(String type, String label, int count) {}

    /** How much of one kind was handed over. */
    public record Moved(String type, int count) {}

    /** Throws NOT_FOUND, FORBIDDEN, BEYOND_OWN_RIGHTS. */
    @Transactional(readOnly = true)
    public List<Possession> of(long userId, Viewer viewer) {
        authority.mustManage(userId, viewer);
        return owners.orderedStream()
                .map(owner -> new Possession(owner.type(), owner.label().here(), owner.owned(userId)))
                .toList();
    }

    /**
     * Of all kinds, or of {@code types} alone; those that own nothing are not in the report. Throws SAME_PERSON, NOT_ACTIVE
     * if who is to receive it does not work here any more.
     */
    @Transactional
    public List<Moved> handOver(long userId, long toUserId, @Nullable Set<String> types, Viewer viewer) {
        authority.mustManage(userId, viewer);
        if (userId == toUserId) {
            throw new Problem(OrganizationProblem.SAME_PERSON);
        }
        AppUserRecord heir =
                jooq.fetchOptional(APP_USER, APP_USER.ID.eq(toUserId)).orElseThrow(Problem::notFound);
        if (!heir.getState().equals(UserState.ACTIVE.name())) {
            throw new Problem(OrganizationProblem.NOT_ACTIVE);
        }
        var to = new HandsOver.Heir(toUserId, heir.getDepartmentId());
        String from = nameOf(userId);
        writing.by(
                viewer,
                Words.of("移交 %s 的工作", "Hand-over of %s's work").with(from).here());
        List<Moved> report = owners.orderedStream()
                .filter(owner -> types == null || types.contains(owner.type()))
                .map(owner -> new Moved(owner.type(), owner.handOver(userId, to, viewer)))
                .filter(moved -> moved.count() > 0)
                .toList();
        audits.record(
                viewer,
                "hand-over",
                "organization.app_user",
                userId,
                Map.of("toUserId", Long.toString(toUserId), "report", report));
        if (!report.isEmpty()) {
            notices.handedOver(
                    from, toUserId, report.stream().mapToInt(Moved::count).sum(), viewer);
        }
        events.publishEvent(new AccessChanged());
        return report;
    }

    /**
     * Takes what somebody has, and what is not over, into the department that they moved to; the rest, and without this
     * everything, stays with the department that it lies in. Throws NOT_FOUND, FORBIDDEN, BEYOND_OWN_RIGHTS.
     */
    @Transactional
    public List<Moved> takeAlong(long userId, Viewer viewer) {
        authority.mustManage(userId, viewer);
        AppUserRecord mover =
                jooq.fetchOptional(APP_USER, APP_USER.ID.eq(userId)).orElseThrow(Problem::notFound);
        writing.by(
                viewer,
                Words.of("随 %s 调到新部门", "Moved along with %s to another department")
                        .with(mover.getName())
                        .here());
        var owner = new HandsOver.Heir(userId, mover.getDepartmentId());
        List<Moved> report = owners.orderedStream()
                .map(it -> new Moved(it.type(), it.takeAlong(owner, viewer)))
                .filter(moved -> moved.count() > 0)
                .toList();
        audits.record(viewer, "take-along", "organization.app_user", userId, Map.of("report", report));
        return report;
    }

    private String nameOf(long userId) {
        return jooq.select(APP_USER.NAME)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .fetchSingle()
                .value1();
    }
}
