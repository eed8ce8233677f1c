package qiji.customer.duplicates;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.customer.duplicates.DuplicatePairStore.Pair;
import qiji.jobs.JobKind;
import qiji.jobs.JobRun;

/**
 * Looks through all records of a type for those that are there twice, some hundred in each step. Begun again, it finds
 * the same pairs once more; what it has decided on by people it leaves as it is. [B1]
 */
@Component
class DuplicateSearch implements JobKind {
    static final String NAME = "duplicate-search";
    private static final int AT_ONCE = 500;

    private final DuplicatePairStore pairs;
    private final DuplicateSearchStore searches;
    private final NameKeying nameKeys;
    private final Clock clock;
    private final TransactionTemplate transactions;

    DuplicateSearch(
            DuplicatePairStore pairs,
            DuplicateSearchStore searches,
            NameKeying nameKeys,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.pairs = pairs;
        this.searches = searches;
        this.nameKeys = nameKeys;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object run(JobRun job) {
        DuplicateType type = DuplicateType.values()[(int) job.subjectId()];
        return Map.of("found", run(type, job.id(), job::progress));
    }

    /** How many pairs are to be decided on. */
    int run(DuplicateType type, long search, Progress progress) {
        if (type == DuplicateType.CUSTOMER) {
            nameKeys.fill(done -> progress.tell(0, null));
        }
        long total = Objects.requireNonNull(transactions.execute(_ -> pairs.count(type)));
        long done = 0;
        List<Long> ids = next(type, -1);
        while (!ids.isEmpty()) {
            step(type, ids, search);
            done += ids.size();
            progress.tell(done, Math.max(done, total));
            ids = next(type, ids.getLast());
        }
        return Objects.requireNonNull(transactions.execute(_ -> {
            int open = pairs.finish(type, search);
            searches.finished(type, search, open, clock.instant());
            return open;
        }));
    }

    /** May end the work. */
    interface Progress {
        void tell(long done, @Nullable Long total);
    }

    private List<Long> next(DuplicateType type, long after) {
        return Objects.requireNonNull(transactions.execute(_ -> pairs.next(type, after, AT_ONCE)));
    }

    private void step(DuplicateType type, List<Long> ids, long search) {
        transactions.executeWithoutResult(_ -> {
            List<Pair> alike =
                    type == DuplicateType.CUSTOMER ? customers(ids) : contacts(ids.getFirst(), ids.getLast());
            pairs.write(
                    type,
                    alike.stream().filter(it -> it.likeness().isDuplicate()).toList(),
                    search,
                    clock.instant());
        });
    }

    private List<Pair> customers(List<Long> ids) {
        return pairs.customersAlike(ids).stream()
                .map(it -> new Pair(
                        it.id(),
                        it.name(),
                        it.otherId(),
                        it.otherName(),
                        CustomerLikeness.of(it.name(), it.code())
                                .to(CustomerLikeness.of(it.otherName(), it.otherCode()))))
                .toList();
    }

    private List<Pair> contacts(long from, long to) {
        return pairs.contactsAlike(from, to).stream()
                .map(it -> new Pair(it.id(), it.name(), it.otherId(), it.otherName(), OpenPairStore.likeness(it)))
                .toList();
    }
}
