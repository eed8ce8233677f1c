package qiji.opportunity.life;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.process.SalesProcess;
import qiji.process.Stage;

/**
 * A chance to sell to a customer: where it stands in its process and in its life, and what may become of it. Its other
 * fields are what the catalogue says. Every change of stage or status goes through here; the state table is that of the
 * definitions. [D5 D12]
 */
public record Opportunity(
        long id,
        int version,
        SalesProcess process,
        Stage stage,
        Instant stageEnteredAt,
        OpportunityStatus status,
        Instant statusAt,
        LocalDate openedOn,
        @Nullable LocalDate wakeUpOn,
        Validity validity,
        Closing closing) {

    private static final Set<OpportunityStatus> ALIVE = EnumSet.of(OpportunityStatus.OPEN, OpportunityStatus.DEFERRED);

    /** What a move is asked with. {@code day} and {@code amount} count only where it wins. */
    public record Move(
            @Nullable String reason,
            @Nullable LocalDate day,
            @Nullable BigDecimal amount,
            boolean mayBackDate) {}

    /** Forward if every gate on the way is met, back with a reason; entering the final stage wins. */
    public Outcome moveTo(Stage target, Move move, GateFacts facts, Instant now) {
        if (status != OpportunityStatus.OPEN) {
            return new Outcome.WrongStatus(status);
        }
        if (process.findStage(target.key()).isEmpty() || target.archived()) {
            return faulty("stageId", "unknown", "该流程中没有这个阶段", "The process has no such stage in use");
        }
        if (target.key() == stage.key()) {
            return faulty("stageId", "same", "已经在这个阶段", "It is in this stage already");
        }
        if (target.position() < stage.position()) {
            return isBlank(move.reason())
                    ? faulty("reason", "required", "退回须说明原因", "Going back needs a reason")
                    : new Outcome.Changed(inStage(target, now));
        }
        if (target.isFinal()) {
            return win(move, facts, now);
        }
        List<UnmetGate> unmet = facts.unmet(process, stage, target, validity);
        return unmet.isEmpty() ? new Outcome.Changed(inStage(target, now)) : new Outcome.Blocked(unmet);
    }

    /** From any stage whose gates to the final one are met. Won on the day of the move, today if it says none. */
    public Outcome win(Move move, GateFacts facts, Instant now) {
        if (status != OpportunityStatus.OPEN) {
            return new Outcome.WrongStatus(status);
        }
        LocalDate today = day(now);
        LocalDate wonOn = move.day() == null ? today : move.day();
        List<FieldFault> faults = wonOnFaults(wonOn, today, move.mayBackDate());
        if (move.amount() != null
                && (move.amount().signum() < 0 || move.amount().scale() > 2)) {
            faults.add(FieldFault.of(
                    "wonAmount",
                    "out-of-range",
                    Words.of("金额应不小于零，最多两位小数", "Must not be negative, two decimals at most")));
        }
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(List.copyOf(faults));
        }
        Stage last = process.last();
        List<UnmetGate> unmet = facts.unmet(process, stage, last, validity);
        return unmet.isEmpty()
                ? new Outcome.Changed(
                        inStage(last, now).become(OpportunityStatus.WON, now, null, Closing.won(wonOn, move.amount())))
                : new Outcome.Blocked(unmet);
    }

    /** A month closes on its successor's fifth day; dating back into a closed one is a right of its own. */
    private List<FieldFault> wonOnFaults(LocalDate wonOn, LocalDate today, boolean mayBackDate) {
        List<FieldFault> faults = new ArrayList<>();
        LocalDate openMonth = today.minusDays(5).withDayOfMonth(1);
        if (wonOn.isAfter(today)) {
            faults.add(FieldFault.of("wonOn", "in-future", Words.of("赢单日期不能晚于今天", "Must not be after today")));
        } else if (wonOn.isBefore(openedOn)) {
            faults.add(FieldFault.of(
                    "wonOn", "before-opening", Words.of("赢单日期不能早于商机开始日期", "Must not be before the opportunity began")));
        } else if (wonOn.isBefore(openMonth) && !mayBackDate) {
            faults.add(FieldFault.of("wonOn", "month-closed", Words.of("该月已结账，不能补录", "That month is closed")));
        }
        return faults;
    }

    public Outcome lose(Loss loss, Instant now) {
        if (!ALIVE.contains(status)) {
            return new Outcome.WrongStatus(status);
        }
        List<FieldFault> faults = new ArrayList<>();
        if (isBlank(loss.reason())) {
            faults.add(FieldFault.required("reason"));
        }
        if (isBlank(loss.summary())) {
            faults.add(FieldFault.required("summary"));
        }
        return faults.isEmpty()
                ? new Outcome.Changed(become(OpportunityStatus.LOST, now, null, Closing.lost(day(now), loss)))
                : new Outcome.Faulty(List.copyOf(faults));
    }

    public Outcome defer(@Nullable LocalDate until, @Nullable String reason, Instant now) {
        if (status != OpportunityStatus.OPEN) {
            return new Outcome.WrongStatus(status);
        }
        List<FieldFault> faults = new ArrayList<>();
        if (until == null) {
            faults.add(FieldFault.required("wakeUpOn"));
        } else if (!until.isAfter(day(now))) {
            faults.add(FieldFault.of("wakeUpOn", "not-in-future", Words.of("唤醒日期须晚于今天", "Must be after today")));
        }
        if (isBlank(reason)) {
            faults.add(FieldFault.required("reason"));
        }
        return faults.isEmpty()
                ? new Outcome.Changed(become(OpportunityStatus.DEFERRED, now, until, Closing.NONE))
                : new Outcome.Faulty(List.copyOf(faults));
    }

    public Outcome resume(Instant now) {
        return status == OpportunityStatus.DEFERRED
                ? new Outcome.Changed(become(OpportunityStatus.OPEN, now, null, Closing.NONE))
                : new Outcome.WrongStatus(status);
    }

    public Outcome abandon(@Nullable String reason, Instant now) {
        if (!ALIVE.contains(status)) {
            return new Outcome.WrongStatus(status);
        }
        return isBlank(reason)
                ? new Outcome.Faulty(List.of(FieldFault.required("reason")))
                : new Outcome.Changed(
                        become(OpportunityStatus.ABANDONED, now, null, Closing.noted(day(now), null, reason)));
    }

    /** {@code cause} is a code of the dictionary invalid-cause; a lapsed one (EXPIRED) needs its explanation. [S8] */
    public Outcome invalidate(@Nullable String cause, @Nullable String explanation, Instant now) {
        if (!ALIVE.contains(status)) {
            return new Outcome.WrongStatus(status);
        }
        if (isBlank(cause)) {
            return new Outcome.Faulty(List.of(FieldFault.required("cause")));
        }
        if (isBlank(explanation) && "EXPIRED".equals(cause)) {
            return faulty("explanation", "required", "失效须分析原因", "A lapsed one needs its cause explained");
        }
        return new Outcome.Changed(
                become(OpportunityStatus.INVALID, now, null, Closing.noted(day(now), cause, explanation)));
    }

    /**
     * Back to life, in {@code target} or where it was before it closed. Of a won one all gates were met, so it may go
     * to any stage but the final one; another not beyond where it stood.
     */
    public Outcome reopen(@Nullable String reason, @Nullable Stage target, Stage lastOpen, Instant now) {
        if (!status.isClosed()) {
            return new Outcome.WrongStatus(status);
        }
        Stage to = target == null ? lastOpen : target;
        List<FieldFault> faults = new ArrayList<>();
        if (isBlank(reason)) {
            faults.add(FieldFault.required("reason"));
        }
        boolean known = process.findStage(to.key()).isPresent() && !(to.archived() && to.key() != lastOpen.key());
        if (!known || to.isFinal() || status != OpportunityStatus.WON && to.position() > stage.position()) {
            faults.add(FieldFault.of(
                    "stageId", "unreachable", Words.of("不能重新打开到这个阶段", "It cannot be re-opened in this stage")));
        }
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(List.copyOf(faults));
        }
        Opportunity moved = to.key() == stage.key() ? this : inStage(to, now);
        return new Outcome.Changed(moved.become(OpportunityStatus.OPEN, now, null, Closing.NONE));
    }

    /** Days since it entered its stage, in the company's calendar. */
    public long daysInStage(Instant now) {
        return java.time.temporal.ChronoUnit.DAYS.between(day(stageEnteredAt), day(now));
    }

    private Opportunity inStage(Stage target, Instant now) {
        return new Opportunity(
                id, version, process, target, now, status, statusAt, openedOn, wakeUpOn, validity, closing);
    }

    private Opportunity become(OpportunityStatus next, Instant now, @Nullable LocalDate until, Closing end) {
        return new Opportunity(id, version, process, stage, stageEnteredAt, next, now, openedOn, until, validity, end);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Time.ZONE);
    }

    private static Outcome faulty(String field, String code, String zh, String en) {
        return new Outcome.Faulty(List.of(FieldFault.of(field, code, Words.of(zh, en))));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
