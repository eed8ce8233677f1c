package qiji.approval;

import static db.organization.Tables.APP_USER;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.organization.absence.Absences;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;

/** Names the people of a chain that is not sent yet. Names of colleagues are no secret. */
@Repository
class ChainQueries {
    private final DSLContext jooq;
    private final Absences absences;
    private final RuleWords words;
    private final ApprovalSubjects subjects;
    private final ApprovalPlans plans;

    ChainQueries(DSLContext jooq, Absences absences, RuleWords words, ApprovalSubjects subjects, ApprovalPlans plans) {
        this.jooq = jooq;
        this.absences = absences;
        this.words = words;
        this.subjects = subjects;
        this.plans = plans;
    }

    /** Whether the viewer may be told who decides what is asked at a moment: not where that tells what is hidden from them. */
    boolean mayRead(String kind, long subjectId, Instant at, Viewer viewer) {
        ApprovalSubject subject = subjects.find(kind).orElse(null);
        if (subject == null || subject.mayReadChain(viewer)) {
            return true;
        }
        try {
            return mayRead(subject, Approvals.whole(subject, subjectId), at, viewer);
        } catch (Problem gone) {
            return false;
        }
    }

    boolean mayRead(ApprovalSubject subject, ApprovalSubject.Matter matter, Instant at, Viewer viewer) {
        return subject.mayReadChain(viewer) || !plans.tellsApart(subject, matter, LocalDate.ofInstant(at, Time.ZONE));
    }

    Chain of(List<Planner.Planned> plan, Viewer viewer) {
        Set<Long> users = new HashSet<>();
        plan.forEach(level -> users.addAll(level.found().userIds()));
        Map<Long, Long> away = absences.standIns(users);
        users.addAll(away.values());
        Map<Long, String> names = names(users, viewer);
        return new Chain(plan.stream().map(level -> level(level, away, names)).toList());
    }

    private Chain.Level level(Planner.Planned level, Map<Long, Long> away, Map<Long, String> names) {
        Words missing = level.missing();
        return new Chain.Level(
                level.number(),
                words.rule(level.rule(), level.found().departmentId()).here(),
                level.rule().mode(),
                level.rule().days(),
                level.found().userIds().stream()
                        .map(id -> person(id, away.get(id), names))
                        .toList(),
                missing == null ? null : missing.here());
    }

    private static Chain.Person person(long id, @Nullable Long standIn, Map<Long, String> names) {
        return new Chain.Person(
                Long.toString(id),
                names.getOrDefault(id, ""),
                standIn == null
                        ? null
                        : new Chain.Person(Long.toString(standIn), names.getOrDefault(standIn, ""), null));
    }

    /** Those who are asked, each with who stands in for them today. */
    Map<Long, Chain.Person> asked(Collection<Long> users, Viewer viewer) {
        Map<Long, Long> away = absences.standIns(Set.copyOf(users));
        Set<Long> all = new HashSet<>(users);
        all.addAll(away.values());
        Map<Long, String> names = names(all, viewer);
        return users.stream().distinct().collect(Collectors.toMap(id -> id, id -> person(id, away.get(id), names)));
    }

    Map<Long, String> names(Collection<Long> users, Viewer viewer) {
        return jooq.select(APP_USER.ID, APP_USER.NAME)
                .from(APP_USER)
                .where(APP_USER.ID.eq(any(users.toArray(Long[]::new))))
                .fetchMap(APP_USER.ID, APP_USER.NAME);
    }
}
