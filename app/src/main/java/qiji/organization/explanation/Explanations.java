package qiji.organization.explanation;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.organization.Viewers;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Who sees a record and by which rule, and why somebody does not: answered by the rules themselves. [A5] */
@Service
class Explanations {
    static final String PERMISSION = "access:explain";

    private static final Words INACTIVE = Words.of("账号没有启用", "The account is not active");
    private static final int ASKED_AT_ONCE = 200;

    /** Somebody who sees the record, and by which rules. */
    record Seer(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long userId,
            String name,
            @Nullable String department,
            List<String> reasons) {}

    /** {@code next} is the user to go on behind, null at the end; a page can be empty and not the last. */
    record Seers(
            List<Seer> seers,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long next) {}

    /** {@code reasons} hold; if it is not seen, any one of {@code missing} would do, but for a {@code blocked} that is in the way of all. */
    record Explanation(
            boolean sees,
            List<String> reasons,
            List<String> missing,
            @Nullable String blocked) {}

    private final DSLContext jooq;
    private final Ways ways;
    private final Answers answers;
    private final Viewers viewers;

    Explanations(DSLContext jooq, Ways ways, Answers answers, Viewers viewers) {
        this.jooq = jooq;
        this.ways = ways;
        this.answers = answers;
        this.viewers = viewers;
    }

    /** Asks 200 users behind {@code after}. Throws FORBIDDEN, NOT_FOUND if the viewer does not see the record. */
    @Transactional(readOnly = true)
    public Seers seers(RecordRef record, long after, Viewer viewer) {
        mustBeAllowed(record, viewer);
        var users = jooq.select(APP_USER.ID, APP_USER.NAME, DEPARTMENT.NAME)
                .from(APP_USER)
                .leftJoin(DEPARTMENT)
                .on(DEPARTMENT.ID.eq(APP_USER.DEPARTMENT_ID))
                .where(APP_USER.ID.gt(after))
                .and(APP_USER.STATE.eq("ACTIVE"))
                .orderBy(APP_USER.ID)
                .limit(ASKED_AT_ONCE)
                .fetch();
        List<Seer> seers = new ArrayList<>();
        for (var user : users) {
            viewers.find(user.value1())
                    .filter(other -> ways.isSeen(record, other))
                    .map(other -> answers.of(record, personOf(other), viewer))
                    .ifPresent(answer -> seers.add(
                            new Seer(user.value1(), user.value2(), user.value3(), Answer.here(answer.holding()))));
        }
        return new Seers(
                seers, users.size() < ASKED_AT_ONCE ? null : users.getLast().value1());
    }

    /** Throws FORBIDDEN, NOT_FOUND if there is no such user, or the viewer does not see the record. */
    @Transactional(readOnly = true)
    public Explanation explain(RecordRef record, long userId, Viewer viewer) {
        mustBeAllowed(record, viewer);
        if (!jooq.fetchExists(APP_USER, APP_USER.ID.eq(userId))) {
            throw Problem.notFound();
        }
        Optional<Viewer> other = viewers.find(userId);
        if (other.isEmpty()) {
            return new Explanation(false, List.of(), List.of(), INACTIVE.here());
        }
        Answer answer = answers.of(record, personOf(other.get()), viewer);
        Words blocked = answer.blocked();
        return new Explanation(
                answer.sees(),
                Answer.here(answer.holding()),
                answer.sees() ? List.of() : Answer.here(answer.missing()),
                blocked == null ? null : blocked.here());
    }

    private Person personOf(Viewer other) {
        return new Person(other, viewers.byRole(other));
    }

    private void mustBeAllowed(RecordRef record, Viewer viewer) {
        viewer.mustBeAllowed(PERMISSION);
        if (!ways.isSeen(record, viewer)) {
            throw Problem.notFound();
        }
    }
}
