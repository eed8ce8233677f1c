package qiji.opportunity;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.organization.Tables.APP_USER;

import db.opportunity.tables.records.OpportunityRecord;
import db.organization.tables.records.AppUserRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.life.AsItWas;
import qiji.opportunity.life.Opportunity;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.FieldFault;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.process.SalesProcess;
import qiji.process.Stages;
import qiji.records.FieldValues;

/** What an opportunity gets at its birth: process, stage, owner and the owner's department. */
@Component
class NewOpportunity {
    private final DSLContext jooq;
    private final Stages stages;
    private final Clock clock;

    NewOpportunity(DSLContext jooq, Stages stages, Clock clock) {
        this.jooq = jooq;
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
        row.setEditionId(stages.newestEdition(row.getProcessId()));
        row.setCreatedBy(viewer.userId());
        row.setCreatedAt(clock.instant());
        return row;
    }

    /** One made by hand: begins today in the first stage. Making it for someone else is a transfer. */
    List<FieldFault> complete(OpportunityRecord row, Viewer viewer) {
        Instant now = clock.instant();
        SalesProcess process = stages.getProcess(row.getProcessId());
        List<FieldFault> faults = new ArrayList<>(settle(List.of(row)));
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
        row.setOverstayOn(Opportunity.overstayOn(process.first(), now, OpportunityStatus.OPEN, now));
        return faults;
    }

    /** One from a file: where the file says. */
    List<FieldFault> live(OpportunityRecord row, FieldValues values) {
        if (row.getId() != null && row.modified(OPPORTUNITY.PROCESS_ID)) {
            row.setEditionId(stages.newestEdition(row.getProcessId()));
        }
        SalesProcess process = stages.getProcess(row.getProcessId(), row.getEditionId());
        List<FieldFault> faults = AsItWas.complete(process, row, values, clock.instant());
        if (faults.isEmpty()) {
            row.setOverstayOn(Opportunity.overstayOn(
                    process.findStage(row.getStageId()).orElseThrow(),
                    row.getStageEnteredAt(),
                    OpportunityStatus.valueOf(row.getStatus()),
                    row.getStatusAt()));
        }
        return faults;
    }

    /** Puts each into the department of its owner. */
    List<FieldFault> settle(List<OpportunityRecord> rows) {
        Set<Long> ids = rows.stream()
                .map(OpportunityRecord::getOwnerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Long, AppUserRecord> owners =
                jooq.selectFrom(APP_USER).where(APP_USER.ID.in(ids)).fetchMap(APP_USER.ID);
        List<FieldFault> faults = new ArrayList<>();
        for (OpportunityRecord row : rows) {
            AppUserRecord owner = owners.get(row.getOwnerId());
            if (owner != null) {
                row.setDepartmentId(owner.getDepartmentId());
            }
            if (row.getOwnerId() != null && owner == null) {
                faults.add(FieldFault.unknown("owner"));
            } else if (owner != null && !owner.getState().equals("ACTIVE") && !Boolean.TRUE.equals(row.getImported())) {
                faults.add(FieldFault.of("owner", "inactive", Words.of("该用户已停用", "The user is inactive")));
            }
        }
        return faults;
    }
}
