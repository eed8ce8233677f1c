package qiji.opportunity.rad;

import static org.jooq.impl.DSL.inline;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.trial.Span;
import qiji.opportunity.trial.VersionQueries;
import qiji.opportunity.trial.VersionQueries.Judge;
import qiji.platform.Time;
import qiji.process.Stage;
import qiji.process.Stages;
import qiji.rule.TrialResult;

/** Lays versions of open opportunities by two rules at once. Presets and learned rates are those of today: the bands are tried. */
@Component
class RadTrialQueries {
    private static final List<String> RUNNING = List.of(OpportunityStatus.OPEN.name());

    private final RadStore store;
    private final Stages stages;
    private final VersionQueries versions;
    private final Clock clock;

    RadTrialQueries(RadStore store, Stages stages, VersionQueries versions, Clock clock) {
        this.store = store;
        this.stages = stages;
        this.versions = versions;
        this.clock = clock;
    }

    TrialResult run(List<Span<RadRule>> spans, Viewer viewer) {
        return versions.run(spans, RUNNING, judge(), viewer);
    }

    private Judge<RadRule> judge() {
        Map<Long, BigDecimal> presets = stages.processes().stream()
                .flatMap(process -> process.stages().stream())
                .collect(Collectors.toMap(Stage::key, Stage::winRate));
        Map<Long, BigDecimal> learned = store.learned(LocalDate.now(clock.withZone(Time.ZONE)));
        return (rule, facts) -> {
            Field<BigDecimal> preset = RadSql.byStage(facts.stage(), presets, inline(BigDecimal.ZERO));
            Field<BigDecimal> rate = RadSql.rate(rule.rate(), facts.ownerWinRate(), preset, facts.stage(), learned);
            return RadSql.cell(rule, facts.budget(), rate);
        };
    }
}
