package qiji.opportunity.detail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.detail.OpportunityQueries.Stay;
import qiji.opportunity.life.Opportunity;
import qiji.platform.Time;
import qiji.process.Stage;

/** The way of one opportunity through its process, from its visits. */
final class Way {
    private Way() {}

    /** The stages in use and those it was in, in order; dates and days as far as the viewer may read when it entered. */
    static List<OpportunityDetail.PathStep> of(
            Opportunity opportunity, List<Stay> visits, Instant now, FieldLabels labels, Viewer viewer) {
        boolean dated = labels.mayRead("stageEnteredAt", viewer);
        boolean counted = labels.mayRead("daysInStage", viewer);
        Map<Long, List<Stay>> byStage = visits.stream().collect(Collectors.groupingBy(Stay::stageId));
        return opportunity.process().stages().stream()
                .filter(stage -> !stage.archived() || byStage.containsKey(stage.key()))
                .map(stage -> step(opportunity, stage, byStage.getOrDefault(stage.key(), List.of()), now))
                .map(step -> step.shown(dated, counted))
                .toList();
    }

    private static OpportunityDetail.PathStep step(
            Opportunity opportunity, Stage stage, List<Stay> stays, Instant now) {
        Stay last = stays.isEmpty() ? null : stays.getLast();
        Instant end = opportunity.status().isClosed() ? opportunity.statusAt() : now;
        return new OpportunityDetail.PathStep(
                stage.key(),
                stage.code(),
                stage.words().here(),
                last == null ? null : last.enteredAt(),
                last == null ? null : last.leftAt(),
                stays.stream()
                        .mapToLong(stay -> days(stay.enteredAt(), stay.leftAt(), end))
                        .sum(),
                stage.key() == opportunity.stage().key(),
                stage.position() < opportunity.stage().position());
    }

    private static long days(Instant from, @Nullable Instant left, Instant end) {
        LocalDate first = LocalDate.ofInstant(from, Time.ZONE);
        LocalDate last = LocalDate.ofInstant(left == null ? end : left, Time.ZONE);
        return Math.max(0, ChronoUnit.DAYS.between(first, last));
    }
}
