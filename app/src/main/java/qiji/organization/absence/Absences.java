package qiji.organization.absence;

import static db.organization.Tables.ABSENCE;
import static db.organization.Tables.APP_USER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentTimestamp;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;

/** One's own absences: who decides meanwhile what one is asked. [D9] */
@Service
public class Absences {
    private final DSLContext jooq;
    private final Writing writing;
    private final Clock clock;

    Absences(DSLContext jooq, Writing writing, Clock clock) {
        this.jooq = jooq;
        this.writing = writing;
        this.clock = clock;
    }

    /** Those who are away now and for whom the viewer stands in. */
    public static Select<Record1<Long>> standsInFor(Viewer viewer) {
        return select(ABSENCE.USER_ID)
                .from(ABSENCE)
                .where(ABSENCE.DELEGATE_ID.eq(viewer.userId()))
                .and(isOn());
    }

    /** By those of {@code users} who are away now: who stands in for them. */
    @Transactional(readOnly = true)
    public Map<Long, Long> standIns(Collection<Long> users) {
        return jooq.select(ABSENCE.USER_ID, ABSENCE.DELEGATE_ID)
                .from(ABSENCE)
                .join(APP_USER)
                .on(APP_USER.ID.eq(ABSENCE.DELEGATE_ID))
                .and(APP_USER.STATE.eq("ACTIVE"))
                .where(ABSENCE.USER_ID.eq(any(users.toArray(Long[]::new))))
                .and(isOn())
                .fetchMap(ABSENCE.USER_ID, ABSENCE.DELEGATE_ID);
    }

    private static Condition isOn() {
        return ABSENCE.FROM_AT
                .le(currentTimestamp().cast(ABSENCE.FROM_AT))
                .and(ABSENCE.UNTIL_AT.gt(currentTimestamp().cast(ABSENCE.UNTIL_AT)));
    }

    /** The viewer's own that are not over, the nearest first. */
    @Transactional(readOnly = true)
    public List<Absence> own(Viewer viewer) {
        return jooq.select(ABSENCE.ID, ABSENCE.FROM_AT, ABSENCE.UNTIL_AT, APP_USER.ID, APP_USER.NAME)
                .from(ABSENCE)
                .join(APP_USER)
                .on(APP_USER.ID.eq(ABSENCE.DELEGATE_ID))
                .where(ABSENCE.USER_ID.eq(viewer.userId()))
                .and(ABSENCE.UNTIL_AT.gt(clock.instant()))
                .orderBy(ABSENCE.FROM_AT, ABSENCE.ID)
                .fetch(row -> new Absence(
                        Long.toString(row.value1()),
                        day(row.value2()),
                        day(row.value3()).minusDays(1),
                        Long.toString(row.value4()),
                        row.value5()));
    }

    /** Throws INVALID_FIELDS. */
    @Transactional
    public long add(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Long delegateId, Viewer viewer) {
        writing.by(viewer);
        jooq.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(viewer.userId()))
                .forUpdate()
                .fetch(); // two at once would not see that they overlap
        if (from == null || to == null || delegateId == null) {
            throw Problem.invalid(missing(from, to, delegateId));
        }
        List<FieldFault> far = Time.far(Map.of("from", from, "to", to));
        List<FieldFault> faults = far.isEmpty() ? faults(from, to, delegateId, viewer) : far;
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return jooq.insertInto(ABSENCE)
                .set(ABSENCE.USER_ID, viewer.userId())
                .set(ABSENCE.FROM_AT, start(from))
                .set(ABSENCE.UNTIL_AT, start(to.plusDays(1)))
                .set(ABSENCE.DELEGATE_ID, delegateId)
                .returningResult(ABSENCE.ID)
                .fetchSingle()
                .value1();
    }

    /** Throws NOT_FOUND. */
    @Transactional
    public void remove(long id, Viewer viewer) {
        writing.by(viewer);
        int removed = jooq.deleteFrom(ABSENCE)
                .where(ABSENCE.ID.eq(id))
                .and(ABSENCE.USER_ID.eq(viewer.userId()))
                .execute();
        if (removed == 0) {
            throw Problem.notFound();
        }
    }

    private static List<FieldFault> missing(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Long delegateId) {
        List<FieldFault> faults = new ArrayList<>();
        if (from == null) {
            faults.add(FieldFault.required("from"));
        }
        if (to == null) {
            faults.add(FieldFault.required("to"));
        }
        if (delegateId == null) {
            faults.add(FieldFault.required("delegateId"));
        }
        return faults;
    }

    private List<FieldFault> faults(LocalDate from, LocalDate to, long delegateId, Viewer viewer) {
        List<FieldFault> faults = new ArrayList<>();
        if (to.isBefore(from)) {
            faults.add(fault("to", "before-from", "结束日期不能早于开始日期", "It must not end before it begins"));
        } else if (!start(to.plusDays(1)).isAfter(clock.instant())) {
            faults.add(fault("to", "in-past", "结束日期不能早于今天", "It must not end before today"));
        } else if (overlaps(from, to, viewer)) {
            faults.add(fault("from", "overlaps", "与已有的外出时间重叠", "It overlaps another absence"));
        }
        if (delegateId == viewer.userId()) {
            faults.add(fault("delegateId", "self", "不能委托给自己", "Cannot be yourself"));
        } else if (!jooq.fetchExists(APP_USER, APP_USER.ID.eq(delegateId), APP_USER.STATE.eq("ACTIVE"))) {
            faults.add(fault("delegateId", "unknown", "没有这位在职用户", "There is no such active user"));
        }
        return faults;
    }

    private boolean overlaps(LocalDate from, LocalDate to, Viewer viewer) {
        return jooq.fetchExists(
                ABSENCE,
                ABSENCE.USER_ID.eq(viewer.userId()),
                ABSENCE.FROM_AT.lt(start(to.plusDays(1))),
                ABSENCE.UNTIL_AT.gt(start(from)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toInstant();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Time.ZONE);
    }

    private static FieldFault fault(String field, String code, String zh, String en) {
        return FieldFault.of(field, code, Words.of(zh, en));
    }
}
