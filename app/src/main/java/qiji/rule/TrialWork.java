package qiji.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.jobs.JobKind;
import qiji.jobs.JobRun;
import qiji.platform.Problem;

/** Tries a draft against the past. Begun again, it comes to the same. [X7] */
@Component
class TrialWork implements JobKind {
    static final String NAME = "rule-trial";

    private final TrialStore store;
    private final RuleKinds kinds;
    private final Rules rules;
    private final TransactionTemplate transactions;

    TrialWork(TrialStore store, RuleKinds kinds, Rules rules, PlatformTransactionManager transactions) {
        this.store = store;
        this.kinds = kinds;
        this.rules = rules;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object run(JobRun job) {
        long changed =
                Objects.requireNonNull(transactions.execute(_ -> run(job.subjectId(), job.viewer(), job::progress)));
        return Map.of("changed", changed);
    }

    /** How many records would have been judged otherwise. */
    long run(long id, Viewer viewer, TrialKind.Progress progress) {
        TrialStore.Row row = store.find(id, viewer).orElseThrow(Problem::notFound);
        TrialResult result = row.isOfRule() ? ofRule(row, viewer, progress) : ofDraft(row, viewer, progress);
        store.finish(id, result);
        return result.changed();
    }

    private TrialResult ofRule(TrialStore.Row row, Viewer viewer, TrialKind.Progress progress) {
        RuleTrial<?> trial = kinds.trialOf(row.kind()).orElseThrow(Problem::notFound);
        return run(trial, row, viewer, progress);
    }

    private TrialResult ofDraft(TrialStore.Row row, Viewer viewer, TrialKind.Progress progress) {
        DraftTrial<?> trial = kinds.draftTrialOf(row.kind()).orElseThrow(Problem::notFound);
        return run(trial, row, viewer, progress);
    }

    private <B> TrialResult run(DraftTrial<B> trial, TrialStore.Row row, Viewer viewer, TrialKind.Progress progress) {
        B draft = kinds.read(trial, row.body());
        trial.mustBeAllowed(row.subjectId(), draft, viewer);
        LocalDate from = row.trial().getFromDay();
        return trial.run(row.subjectId(), draft, from, row.trial().getToDay(), viewer, progress);
    }

    private <B> TrialResult run(RuleTrial<B> trial, TrialStore.Row row, Viewer viewer, TrialKind.Progress progress) {
        trial.mustBeAllowed(viewer);
        var body = row.trial().getBody();
        @Nullable B draft = body == null ? null : kinds.read(trial.kind(), kinds.tree(body.data()));
        long place = Objects.requireNonNullElse(row.departmentId(), RuleBook.HEADQUARTERS);
        LocalDate from = row.trial().getFromDay();
        List<RuleStretch<B>> stretches =
                rules.stretches(trial.kind(), place, draft, from, row.trial().getToDay());
        return trial.run(stretches, viewer, progress);
    }
}
