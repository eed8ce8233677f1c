package qiji.opportunity.life;

import db.opportunity.tables.records.OpportunityRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import qiji.platform.FieldFault;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.process.SalesProcess;
import qiji.process.Stage;
import qiji.records.FieldValues;

/**
 * Where an opportunity loaded from a file stands: stage, status and business dates as they were. Gates are not asked, but
 * what can never be is refused: one won outside the final stage, one closed without a day, one closed tomorrow.
 */
public final class AsItWas {
    /** What it looks at. */
    public static final Set<String> FIELDS = Set.of(
            "process",
            "stage",
            "status",
            "openedOn",
            "closedOn",
            "wonAmount",
            "expectedAmount",
            "wakeUpOn",
            "invalidCause");

    private final SalesProcess process;
    private final OpportunityRecord row;
    private final Instant now;
    private final LocalDate today;
    private final List<FieldFault> faults = new ArrayList<>();

    private AsItWas(SalesProcess process, OpportunityRecord row, Instant now) {
        this.process = process;
        this.row = row;
        this.now = now;
        this.today = LocalDate.ofInstant(now, Time.ZONE);
    }

    /** Completes {@code row}, to which {@code values} have been applied already; all that cannot be. */
    public static List<FieldFault> complete(
            SalesProcess process, OpportunityRecord row, FieldValues values, Instant now) {
        AsItWas loaded = new AsItWas(process, row, now);
        loaded.place(
                values.has("stage") && values.get("stage") != null,
                values.has("status") && values.get("status") != null);
        loaded.dates();
        loaded.ending();
        return loaded.faults;
    }

    private void place(boolean saysStage, boolean saysStatus) {
        Stage stage = saysStage || row.getStageId() != null
                ? process.findStage(row.getStageId()).orElse(null)
                : null;
        if (saysStage && stage == null) {
            faults.add(FieldFault.unknown("stage"));
        }
        if (!saysStatus && saysStage && stage != null) {
            row.setStatus((stage.isFinal() ? OpportunityStatus.WON : OpportunityStatus.OPEN).name());
        }
        if (row.getStatus() == null) {
            row.setStatus(OpportunityStatus.OPEN.name());
        }
        boolean won = status() == OpportunityStatus.WON;
        if (stage == null || !saysStage && stage.isFinal() != won) {
            stage = won ? process.last() : process.first();
        }
        if (stage.isFinal() != won) {
            fault("stage", "not-won", "赢单与最后阶段须一致", "Won and the final stage belong together");
        }
        row.setStageId(stage.key());
    }

    private void dates() {
        if (row.getOpenedOn() == null) {
            row.setOpenedOn(row.getClosedOn() == null ? today : row.getClosedOn());
        }
        LocalDate closedOn = row.getClosedOn();
        if (!status().isClosed()) {
            if (closedOn != null) {
                fault("closedOn", "not-closed", "未关闭的商机没有关闭日期", "One that is not closed has no closing date");
            }
        } else if (closedOn == null) {
            faults.add(FieldFault.required("closedOn"));
        } else if (closedOn.isAfter(today)) {
            fault("closedOn", "in-future", "关闭日期不能晚于今天", "Must not be after today");
        } else if (closedOn.isBefore(row.getOpenedOn())) {
            fault("closedOn", "before-opening", "关闭日期不能早于商机日期", "Must not be before the opportunity began");
        }
        boolean isOpen = status() == OpportunityStatus.OPEN;
        row.setStatusAt(isOpen ? start(row.getOpenedOn()) : closedOn == null ? now : start(closedOn));
        row.setStageEnteredAt(
                start(status() == OpportunityStatus.WON && closedOn != null ? closedOn : row.getOpenedOn()));
    }

    private void ending() {
        OpportunityStatus status = status();
        if (status == OpportunityStatus.DEFERRED && row.getWakeUpOn() == null) {
            faults.add(FieldFault.required("wakeUpOn"));
        }
        if (status == OpportunityStatus.INVALID && row.getInvalidCause() == null) {
            faults.add(FieldFault.required("invalidCause"));
        }
        if (status == OpportunityStatus.LOST && row.getLostReason() == null) {
            row.setLostReason("IMPORTED");
        }
        if (status == OpportunityStatus.WON) {
            row.setWonAmount(row.getWonAmount() == null ? row.getExpectedAmount() : row.getWonAmount());
        } else if (row.getWonAmount() != null && row.getWonAmount().signum() != 0) {
            fault("wonAmount", "not-won", "未赢单的商机没有成交金额", "One that is not won has no won amount");
        } else {
            row.setWonAmount(null);
        }
    }

    private OpportunityStatus status() {
        return OpportunityStatus.valueOf(row.getStatus());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toInstant();
    }

    private void fault(String field, String code, String zh, String en) {
        faults.add(FieldFault.of(field, code, Words.of(zh, en)));
    }
}
