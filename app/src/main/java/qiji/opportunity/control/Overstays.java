package qiji.opportunity.control;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.organization.holder.Holders;
import qiji.platform.Time;
import qiji.rule.Rules;

/**
 * Reminds owners of stays that are too long, and after the days of the rule tells their managers. Each stay is told once at
 * each level, whoever tries how often; what began more than a month before that is not brought up any more. [D5]
 */
@Component
class Overstays {
    private static final int BATCH = 1000;
    private static final int LONGEST_DAYS = 30;
    private static final Viewer SYSTEM = Viewer.system("stage overstayed");

    private final OverstayStore store;
    private final OverstayNotices notices;
    private final OverstayRuleKind kind;
    private final Rules rules;
    private final Holders holders;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Overstays(
            OverstayStore store,
            OverstayNotices notices,
            OverstayRuleKind kind,
            Rules rules,
            Holders holders,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.kind = kind;
        this.rules = rules;
        this.holders = holders;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 8 * * *", zone = "Asia/Shanghai")
    void tell() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.ZONE);
        all(last -> remind(last, today));
        Map<Long, List<Long>> managers = new HashMap<>();
        all(last -> escalate(last, today, managers));
    }

    private static void all(Function<OverstayStore.@Nullable Late, List<OverstayStore.Late>> step) {
        List<OverstayStore.Late> read = step.apply(null);
        while (read.size() == BATCH) {
            read = step.apply(read.getLast());
        }
    }

    private List<OverstayStore.Late> remind(OverstayStore.@Nullable Late last, LocalDate today) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<OverstayStore.Late> late = store.untold(1, today.minusDays(LONGEST_DAYS), today, last, BATCH, SYSTEM);
            notices.late(late);
            keep(1, late);
            return late;
        }));
    }

    private List<OverstayStore.Late> escalate(
            OverstayStore.@Nullable Late last, LocalDate today, Map<Long, List<Long>> managers) {
        LocalDate from = today.minusDays(LONGEST_DAYS + OverstayRule.LONGEST);
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<OverstayStore.Late> late = store.untold(2, from, today.minusDays(1), last, BATCH, SYSTEM);
            List<OverstayStore.Late> due =
                    late.stream().filter(one -> isDue(one, today)).toList();
            notices.escalated(
                    due,
                    one -> managers.computeIfAbsent(
                            one.ownerId() == 0 ? -Objects.requireNonNullElse(one.departmentId(), 0L) : one.ownerId(),
                            _ -> above(one)));
            keep(2, due);
            return late;
        }));
    }

    private boolean isDue(OverstayStore.Late late, LocalDate today) {
        int days = rules.at(kind, late.departmentId(), today).escalateAfterDays();
        LocalDate day = late.overstayOn().plusDays(days);
        return !day.isAfter(today) && !day.isBefore(today.minusDays(LONGEST_DAYS));
    }

    /** The owner's manager, else who leads the department. */
    private List<Long> above(OverstayStore.Late late) {
        Set<Long> owner = Set.of(late.ownerId());
        Holders.Found manager = late.ownerId() == 0 ? Holders.Found.NOBODY : holders.manager(late.ownerId(), owner);
        return manager.isEmpty() ? holders.leader(late.departmentId(), 0, owner).userIds() : manager.userIds();
    }

    private void keep(int level, List<OverstayStore.Late> told) {
        if (!told.isEmpty()) {
            store.told(level, told, clock.instant());
        }
    }
}
