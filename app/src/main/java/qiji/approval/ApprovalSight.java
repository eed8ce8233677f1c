package qiji.approval;

import static db.approval.Tables.REQUEST;
import static db.approval.Tables.TASK;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import db.approval.tables.RequestTable;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import qiji.access.RecordAccess;
import qiji.access.Viewer;
import qiji.organization.absence.Absences;
import qiji.platform.Words;

/** Who sees which request, and which records are seen because one is asked about them. [A3 D9] */
@Component
public class ApprovalSight {
    /** Why such a record is seen, told to people. */
    public static final Words WHY = Words.of("正在等待该用户审批", "It waits for their decision");

    private final RecordAccess access;

    ApprovalSight(RecordAccess access) {
        this.access = access;
    }

    /** The ids of the records of {@code type} about which the viewer, or someone they stand in for, is asked now. */
    public static Select<Record1<Long>> askedAbout(Viewer viewer, String type) {
        return select(REQUEST.RECORD_ID)
                .from(TASK)
                .join(REQUEST)
                .on(REQUEST.ID.eq(TASK.REQUEST_ID))
                .where(isAsked(viewer))
                .and(REQUEST.RECORD_TYPE.eq(type));
    }

    /** Those who take or took part, and who sees the record. */
    Condition visibleTo(Viewer viewer, RequestTable r) {
        return r.ASKED_BY
                .eq(viewer.userId())
                .or(r.OWNER_ID.eq(viewer.userId()))
                .or(r.ID.in(select(TASK.REQUEST_ID)
                        .from(TASK)
                        .where(TASK.USER_ID.eq(viewer.userId()))
                        .or(TASK.DECIDED_BY.eq(viewer.userId()))
                        .or(isAsked(viewer))))
                .or(access.visible(viewer, r.RECORD_TYPE, r.RECORD_ID));
    }

    /** The tasks that wait for the viewer, or for someone they stand in for. */
    static Condition isAsked(Viewer viewer) {
        // Being named a stand-in opens nothing to who may not decide.
        Condition theirs = viewer.may(ApprovalPermissions.DECIDE)
                ? TASK.USER_ID.eq(viewer.userId()).or(TASK.USER_ID.in(Absences.standsInFor(viewer)))
                : TASK.USER_ID.eq(viewer.userId());
        return TASK.STATE.eq(inline(TaskState.OPEN.name())).and(theirs);
    }

    /** What waits for the viewer; never what is their own. */
    static Condition toDo(Viewer viewer, RequestTable r) {
        return r.STATE
                .eq("OPEN")
                .and(r.ASKED_BY.ne(viewer.userId()))
                .and(r.OWNER_ID.ne(viewer.userId()))
                .and(r.ID.in(select(TASK.REQUEST_ID).from(TASK).where(isAsked(viewer))));
    }
}
