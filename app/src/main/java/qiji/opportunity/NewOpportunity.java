package qiji.opportunity;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.organization.Tables.APP_USER;

import db.opportunity.tables.records.OpportunityRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.life.AsItWas;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.FieldFault;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.process.SalesProcess;
import qiji.process.Stages;
import qiji.records.FieldValues;

/** What an opportunity gets at its birth: number, process, stage, owner and the owner's department. */
@Component
class NewOpportunity {
    private final DSLContext jooq;
    private final OpportunityStore store;
    private final Stages stages;
    private final Clock clock;

    NewOpportunity(DSLContext jooq, OpportunityStore store, Stages stages, Clock clock) {
        this.jooq = jooq;
        this.store = store;
        this.stages = stages;
        this.clock = clock;
    }

    /** With {@code values}, of the viewer unless they say whose, in the default process unless they say which. */
    OpportunityRecord row(FieldValues values, Viewer viewer) {
        OpportunityRecord row = jooq.newRecord(OPPORTUNITY);
        values.applyTo(row);
        if (row.getOwnerId() == null && !viewer.isSystem()) {
            row.setOwnerId(viewer.userId());
        }
        if (row.getProcessId() == null) {
            row.setProcessId(stages.findDefault().orElseThrow().key());
        }
        if (row.getNumber() == null) {
            row.setNumber(store.nextNumber(LocalDate.now(clock.withZone(Time.ZONE))));
        }
        row.setCreatedBy(viewer.userId());
        row.setCreatedAt(clock.instant());
        return row;
    }

    /** One made by hand: begins today in the first stage. Making it for someone else is a transfer. */
    List<FieldFault> complete(OpportunityRecord row, Viewer viewer) {
        Instant now = clock.instant();
        SalesProcess process = stages.getProcess(row.getProcessId());
        List<FieldFault> faults = new ArrayList<>(settle(row));
        if (process.archived()) {
            faults.add(FieldFault.of("process", "archived", Words.of("流程已停用", "The process is archived")));
        }
        if (!viewer.isSystem()
                && !Long.valueOf(viewer.userId()).equals(row.getOwnerId())
                && !viewer.may(OpportunityPermissions.TRANSFER)) {
            faults.add(FieldFault.of(
                    "owner", "not-allowed", Words.of("您只能为自己新建商机", "You may create opportunities for yourself only")));
        }
        row.setStageId(process.first().key());
        row.setStageEnteredAt(now);
        row.setStatus(OpportunityStatus.OPEN.name());
        row.setStatusAt(now);
        row.setOpenedOn(LocalDate.ofInstant(now, Time.ZONE));
        return faults;
    }

    /** One from a file: where the file says. */
    List<FieldFault> live(OpportunityRecord row, FieldValues values) {
        return AsItWas.complete(stages.getProcess(row.getProcessId()), row, values, clock.instant());
    }

    /** Puts it into the department of its owner. */
    List<FieldFault> settle(OpportunityRecord row) {
        if (row.getOwnerId() == null) {
            return List.of();
        }
        Record2<Long, String> owner = jooq.select(APP_USER.DEPARTMENT_ID, APP_USER.STATE)
                .from(APP_USER)
                .where(APP_USER.ID.eq(row.getOwnerId()))
                .fetchOne();
        if (owner == null) {
            return List.of(FieldFault.unknown("owner"));
        }
        row.setDepartmentId(owner.value1());
        return owner.value2().equals("ACTIVE") || row.getImported() != null && row.getImported()
                ? List.of()
                : List.of(FieldFault.of("owner", "inactive", Words.of("该用户已停用", "The user is inactive")));
    }
}
