package qiji.opportunity.life;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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

    private static final String LAPSED = "EXPIRED";
    private static final Set<OpportunityStatus> ALIVE = EnumSet.of(OpportunityStatus.OPEN, OpportunityStatus.DEFERRED);

    /** What a move is asked with. {@code day}, {@code amount} and {@code lesson} count only where it wins. */
    public record Move(
            @Nullable String reason,
            @Nullable LocalDate day,
            @Nullable BigDecimal amount,
            boolean mayBackDate,
            @Nullable String lesson) {
        public Move(
                @Nullable String reason, @Nullable LocalDate day, @Nullable BigDecimal amount, boolean mayBackDate) {
            this(reason, day, amount, mayBackDate, null);
        }
    }

    /** Forward if every gate on the way is met, back with a reason; entering the final stage wins. Null is unknown. */
    public Outcome moveTo(@Nullable Stage target, Move move, GateFacts facts, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        if (target == null || process.findStage(target.key()).isEmpty() || target.archived()) {
            faults.add(fault("stageId", "unknown", "该流程中没有这个阶段", "The process has no such stage in use"));
            return judged(status == OpportunityStatus.OPEN, faults, List.of(), () -> this);
        }
        if (target.isFinal()) {
            return win(move, facts, now);
        }
        if (target.key() == stage.key()) {
            faults.add(fault("stageId", "same", "已经在这个阶段", "It is in this stage already"));
        } else if (target.position() < stage.position() && isBlank(move.reason())) {
            faults.add(fault("reason", "required", "退回须说明原因", "Going back needs a reason"));
        }
        return judged(
                status == OpportunityStatus.OPEN,
                faults,
                facts.unmet(process, stage, target, validity),
                () -> inStage(target, now));
    }

    /** From any stage whose gates to the final one are met. Won on the day of the move, today if it says none. */
    public Outcome win(Move move, GateFacts facts, Instant now) {
        LocalDate today = day(now);
        LocalDate wonOn = move.day() == null ? today : move.day();
        List<FieldFault> faults = wonOnFaults(wonOn, today, move.mayBackDate());
        if (move.amount() != null
                && (move.amount().signum() < 0 || move.amount().scale() > 2)) {
            faults.add(
                    fault("wonAmount", "out-of-range", "金额应不小于零，最多两位小数", "Must not be negative, two decimals at most"));
        }
        Stage last = process.last();
        return judged(
                status == OpportunityStatus.OPEN,
                faults,
                facts.unmet(process, stage, last, validity),
                () -> inStage(last, now)
                        .become(OpportunityStatus.WON, now, null, Closing.won(wonOn, move.amount(), move.lesson())));
    }

    /** A month closes on its successor's fifth day; dating back into a closed one is a right of its own. */
    private List<FieldFault> wonOnFaults(LocalDate wonOn, LocalDate today, boolean mayBackDate) {
        List<FieldFault> faults = new ArrayList<>();
        LocalDate openMonth = today.minusDays(5).withDayOfMonth(1);
        if (wonOn.isAfter(today)) {
            faults.add(fault("wonOn", "in-future", "赢单日期不能晚于今天", "Must not be after today"));
        } else if (wonOn.isBefore(openedOn)) {
            faults.add(fault("wonOn", "before-opening", "赢单日期不能早于商机开始日期", "Must not be before the opportunity began"));
        } else if (wonOn.isBefore(openMonth) && !mayBackDate) {
            faults.add(fault("wonOn", "month-closed", "该月已结账，不能补录", "That month is closed"));
        }
        return faults;
    }

    /** Its review is obligatory: reason, summary, lesson, and a measure against it happening again. [D12] */
    public Outcome lose(Loss loss, Learned learned, Instant now) {
        return judged(
                ALIVE.contains(status),
                faultsOfLoss(loss, learned),
                List.of(),
                () -> become(OpportunityStatus.LOST, now, null, Closing.lost(day(now), loss, learned)));
    }

    private static List<FieldFault> faultsOfLoss(Loss loss, Learned learned) {
        List<FieldFault> faults = new ArrayList<>();
        demand(loss.reason(), "reason", faults);
        demand(loss.summary(), "summary", faults);
        demand(learned.lesson(), "lesson", faults);
        faults.addAll(learned.faults(true));
        return faults;
    }

    public Outcome defer(@Nullable LocalDate until, @Nullable String reason, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        if (until == null) {
            faults.add(FieldFault.required("wakeUpOn"));
        } else if (!until.isAfter(day(now))) {
            faults.add(fault("wakeUpOn", "not-in-future", "唤醒日期须晚于今天", "Must be after today"));
        }
        demand(reason, "reason", faults);
        return judged(
                status == OpportunityStatus.OPEN,
                faults,
                List.of(),
                () -> become(OpportunityStatus.DEFERRED, now, until, Closing.NONE));
    }

    public Outcome resume(Instant now) {
        return judged(
                status == OpportunityStatus.DEFERRED,
                List.of(),
                List.of(),
                () -> become(OpportunityStatus.OPEN, now, null, Closing.NONE));
    }

    public Outcome abandon(@Nullable String reason, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        demand(reason, "reason", faults);
        return judged(
                ALIVE.contains(status),
                faults,
                List.of(),
                () -> become(
                        OpportunityStatus.ABANDONED,
                        now,
                        null,
                        Closing.noted(day(now), null, reason, Learned.NOTHING)));
    }

    /**
     * {@code cause} is a code of the dictionary invalid-cause. A lapsed one (EXPIRED) needs its cause analysed, and a
     * measure against it; one of another kind (OTHER) an explanation. [D12 S8]
     */
    public Outcome invalidate(@Nullable String cause, @Nullable String explanation, Learned learned, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        demand(cause, "cause", faults);
        faults.addAll(faultsOfCause(cause, explanation, learned));
        return judged(
                ALIVE.contains(status),
                faults,
                List.of(),
                () -> become(
                        OpportunityStatus.INVALID, now, null, Closing.noted(day(now), cause, explanation, learned)));
    }

    private static List<FieldFault> faultsOfCause(
            @Nullable String cause, @Nullable String explanation, Learned learned) {
        boolean lapsed = LAPSED.equals(cause);
        List<FieldFault> faults = new ArrayList<>();
        if (lapsed && isBlank(explanation)) {
            faults.add(fault("explanation", "required", "失效须分析原因", "A lapsed one needs its cause explained"));
        } else if ("OTHER".equals(cause)) {
            demand(explanation, "explanation", faults);
        }
        faults.addAll(learned.faults(lapsed));
        return faults;
    }

    /** Tells an ending anew, by the same rules as when it ended; one loaded from a file is completed so. [D12] */
    public Outcome review(Review review) {
        List<FieldFault> faults = switch (status) {
            case LOST -> faultsOfLoss(review.loss(), review.learned());
            case INVALID -> faultsOfCause(closing.invalidCause(), review.note(), review.learned());
            default -> new ArrayList<>(review.learned().faults(false));
        };
        if (status == OpportunityStatus.ABANDONED) {
            demand(review.note(), "explanation", faults);
        }
        return judged(
                status.isClosed(),
                faults,
                List.of(),
                () -> new Opportunity(
                        id,
                        version,
                        process,
                        stage,
                        stageEnteredAt,
                        status,
                        statusAt,
                        openedOn,
                        wakeUpOn,
                        validity,
                        closing.retold(status, review)));
    }

    /**
     * Back to life, in {@code target} or where it was before it closed. Of a won one all gates were met, so it may go
     * to any stage but the final one; another not beyond where it stood.
     */
    public Outcome reopen(@Nullable String reason, @Nullable Stage target, Stage lastOpen, Instant now) {
        Stage to = target == null ? lastOpen : target;
        List<FieldFault> faults = new ArrayList<>();
        demand(reason, "reason", faults);
        boolean known = process.findStage(to.key()).isPresent() && !(to.archived() && to.key() != lastOpen.key());
        if (!known || to.isFinal() || status != OpportunityStatus.WON && to.position() > stage.position()) {
            faults.add(fault("stageId", "unreachable", "不能重新打开到这个阶段", "It cannot be re-opened in this stage"));
        }
        return judged(status.isClosed(), faults, List.of(), () -> {
            Opportunity moved = to.key() == stage.key() ? this : inStage(to, now);
            return moved.become(OpportunityStatus.OPEN, now, null, Closing.NONE);
        });
    }

    /** The first day beyond those planned for its stage; null if none are, and of one that is not open. */
    public @Nullable LocalDate overstayOn() {
        return overstayOn(stage, stageEnteredAt, status, statusAt);
    }

    /** Who was asleep or closed did not stay: from the day that it is open again, the planned days are its own anew. */
    public static @Nullable LocalDate overstayOn(
            Stage stage, Instant enteredAt, OpportunityStatus status, Instant statusAt) {
        Integer planned = stage.plannedDays();
        Instant since = enteredAt.isAfter(statusAt) ? enteredAt : statusAt;
        return planned == null || status != OpportunityStatus.OPEN
                ? null
                : day(since).plusDays(planned + 1L);
    }

    /** Changes only where nothing at all speaks against it, and else tells everything that does. */
    Outcome judged(boolean statusFits, List<FieldFault> faults, List<UnmetGate> unmet, Supplier<Opportunity> changed) {
        return statusFits && faults.isEmpty() && unmet.isEmpty()
                ? new Outcome.Changed(changed.get())
                : new Outcome.Refused(statusFits ? null : status, List.copyOf(faults), List.copyOf(unmet));
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

    static void demand(@Nullable String text, String field, List<FieldFault> faults) {
        if (isBlank(text)) {
            faults.add(FieldFault.required(field));
        }
    }

    static FieldFault fault(String field, String code, String zh, String en) {
        return FieldFault.of(field, code, Words.of(zh, en));
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
