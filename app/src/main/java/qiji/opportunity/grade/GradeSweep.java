package qiji.opportunity.grade;

import db.opportunity.tables.records.GradingRecord;
import db.opportunity.tables.records.OpportunityRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.jobs.JobKind;
import qiji.jobs.JobRun;
import qiji.platform.Time;
import qiji.rule.Rules;

/**
 * Grades all opportunities anew once other rules hold, a thousand at once, and sends for confirmation what was never sent.
 * Those that had no grade yet, from before there were any, take theirs as it is. [D3 X7]
 */
@Component
class GradeSweep implements JobKind {
    static final String NAME = "grading";
    static final Viewer SYSTEM = Viewer.system("Qiji");

    private static final Logger LOG = LoggerFactory.getLogger(GradeSweep.class);

    private final GradeSweepStore store;
    private final Grading grading;
    private final Grades grades;
    private final Rules rules;
    private final GradeRuleKind kind;
    private final Writing writing;
    private final Clock clock;
    private final TransactionTemplate transactions;

    GradeSweep(
            GradeSweepStore store,
            Grading grading,
            Grades grades,
            Rules rules,
            GradeRuleKind kind,
            Writing writing,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.grading = grading;
        this.grades = grades;
        this.rules = rules;
        this.kind = kind;
        this.writing = writing;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Whether other rules hold than those by which all are graded. */
    boolean isDue() {
        return Objects.requireNonNull(transactions.execute(_ -> {
            GradingRecord progress = store.progress();
            return !progress.getFinished() || !progress.getRules().equals(rulesNow());
        }));
    }

    boolean hasUnsent() {
        return !unsent(0, SYSTEM).isEmpty();
    }

    @Override
    public Object run(JobRun job) {
        Viewer system = SYSTEM;
        long seen = 0;
        int step = step(system);
        while (step > 0) {
            seen += step;
            job.progress(seen, null);
            step = step(system);
        }
        long graded = seen;
        return Map.of("graded", seen, "sent", sendUnsent(tried -> job.progress(graded + tried, null), system));
    }

    /** The next thousand; how many there were. */
    int step(Viewer system) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            writing.by(system);
            GradingRecord progress = store.lockedProgress();
            String now = rulesNow();
            if (!progress.getRules().equals(now)) {
                progress.setRules(now);
                progress.setLastId(0L);
                progress.setFinished(false);
            }
            if (progress.getFinished()) {
                return 0;
            }
            List<OpportunityRecord> rows = store.after(progress.getLastId(), system);
            Instant at = clock.instant();
            store.save(
                    store
                            .locked(
                                    rows.stream()
                                            .filter(grading::isOutdated)
                                            .map(OpportunityRecord::getId)
                                            .toList(),
                                    system)
                            .stream()
                            .filter(row -> grading.judgeAnew(row, at, system))
                            .toList());
            if (rows.isEmpty()) {
                progress.setFinished(true);
            } else {
                progress.setLastId(rows.getLast().getId());
            }
            progress.update();
            return rows.size();
        }));
    }

    /**
     * Where a role has nobody, the others of that owner, department and grade are not tried in this run. {@code progress} is
     * told before each how many were tried.
     */
    int sendUnsent(LongConsumer progress, Viewer system) {
        int sent = 0;
        long tried = 0;
        Set<String> vacant = new HashSet<>();
        List<Long> ids = unsent(0, system);
        while (!ids.isEmpty()) {
            for (long id : ids) {
                progress.accept(tried++);
                sent += isSent(id, vacant, system) ? 1 : 0;
            }
            ids = unsent(ids.getLast(), system);
        }
        return sent;
    }

    /** One that cannot be sent, e.g. because it is gone meanwhile, holds the others not back; a lost database does. */
    private boolean isSent(long id, Set<String> vacant, Viewer system) {
        try {
            return grades.sendUnsent(id, vacant, system);
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException lost) {
            throw lost;
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).addKeyValue("opportunity", id).log("Grade not sent for confirmation");
            return false;
        }
    }

    private List<Long> unsent(long after, Viewer system) {
        return Objects.requireNonNull(transactions.execute(_ -> store.unsent(after, system)));
    }

    /** What holds where today: equal for equal rules of all departments. */
    private String rulesNow() {
        LocalDate today = LocalDate.now(clock.withZone(Time.ZONE));
        Map<String, List<Long>> places = new LinkedHashMap<>();
        places.computeIfAbsent(rules.at(kind, null, today).toString(), _ -> new ArrayList<>());
        store.departments()
                .forEach(id -> places.computeIfAbsent(rules.at(kind, id, today).toString(), _ -> new ArrayList<>())
                        .add(id));
        String most = places.entrySet().stream()
                .max(Comparator.comparingInt(it -> it.getValue().size()))
                .orElseThrow()
                .getKey();
        places.put(most, List.of()); // so that a new department alone changes nothing
        return places.toString();
    }
}
