package qiji.project.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiji.platform.FieldFault;
import qiji.project.life.Project.Outcome;

/** What may become of a project, said once more as a table. [D12] */
class ProjectLifeTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Map<String, Map<ProjectState, ProjectState>> TABLE = Map.of(
            "start", Map.of(ProjectState.SET_UP, ProjectState.RUNNING),
            "report", Map.of(ProjectState.RUNNING, ProjectState.RUNNING),
            "complete", Map.of(ProjectState.RUNNING, ProjectState.COMPLETED),
            "close", Map.of(ProjectState.COMPLETED, ProjectState.CLOSED),
            "resume",
                    Map.of(
                            ProjectState.COMPLETED, ProjectState.RUNNING,
                            ProjectState.CLOSED, ProjectState.RUNNING));
    private static final List<String> VERBS = List.of("start", "report", "complete", "close", "resume");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName("[D12] no sequence of verbs leads to a state that the table does not have, nor past a freeze")
    void followsTheTable(long seed) {
        Random random = new Random(seed);
        Project project = Project.fresh();
        int changed = 0;
        for (int step = 0; step < 400; step++) {
            if (random.nextInt(12) == 0) {
                project = thawedOrFrozen(project);
            }
            String verb = VERBS.get(random.nextInt(VERBS.size()));
            LocalDate day = TODAY.minusDays(random.nextInt(-2, 9));
            boolean says = random.nextInt(5) > 0;
            Outcome outcome = ask(project, verb, day, says);
            ProjectState next = TABLE.getOrDefault(verb, Map.of()).get(project.state());
            boolean allowed =
                    next != null && !project.frozen() && (says || verb.equals("start")) && dayFits(project, verb, day);
            if (outcome instanceof Outcome.Changed(var after)) {
                assertThat(allowed)
                        .as("seed %d step %d %s of %s", seed, step, verb, project)
                        .isTrue();
                assertThat(after.state()).isEqualTo(next);
                project = after;
                changed++;
            } else {
                assertThat(allowed)
                        .as("seed %d step %d %s of %s", seed, step, verb, project)
                        .isFalse();
            }
            holds(project);
        }
        assertThat(changed).isGreaterThan(30);
    }

    private static Project thawedOrFrozen(Project of) {
        return new Project(of.state(), !of.frozen(), of.percent(), of.startedOn(), of.completion(), of.closing());
    }

    private static boolean dayFits(Project project, String verb, LocalDate day) {
        LocalDate first = switch (verb) {
            case "complete" -> project.startedOn();
            case "close" ->
                project.completion() == null ? null : project.completion().on();
            default -> null;
        };
        return !Set.of("start", "complete", "close").contains(verb)
                || !day.isAfter(TODAY) && (first == null || !day.isBefore(first));
    }

    private static Outcome ask(Project project, String verb, LocalDate day, boolean says) {
        String text = says ? "说明" : " ";
        return switch (verb) {
            case "start" -> project.start(day, TODAY);
            case "report" -> project.report(new BigDecimal("40"), text);
            case "complete" -> project.complete(day, text, TODAY);
            case "close" -> project.close(day, text, TODAY);
            default -> project.resume(text);
        };
    }

    private static void holds(Project project) {
        assertThat(project.startedOn() == null).isEqualTo(project.state() == ProjectState.SET_UP);
        assertThat(project.completion() == null)
                .isEqualTo(project.state() == ProjectState.SET_UP || project.state() == ProjectState.RUNNING);
        assertThat(project.closing() == null).isEqualTo(project.state() != ProjectState.CLOSED);
        if (project.completion() != null) {
            assertThat(project.percent()).isEqualByComparingTo("100");
            assertThat(project.completion().on()).isBetween(project.startedOn(), TODAY);
        }
    }

    @Test
    @DisplayName("[D12] all that speaks against it is told at once")
    void tellsAllReasons() {
        Outcome refused = Project.fresh().complete(TODAY.plusDays(1), null, TODAY);
        assertThat(refused).isInstanceOf(Outcome.Refused.class);
        Outcome.Refused why = (Outcome.Refused) refused;
        assertThat(why.wrongState()).isEqualTo(ProjectState.SET_UP);
        List<String> fields = new ArrayList<>();
        why.faults().stream().map(FieldFault::field).forEach(fields::add);
        assertThat(fields).containsExactly("completedOn", "note");
    }
}
