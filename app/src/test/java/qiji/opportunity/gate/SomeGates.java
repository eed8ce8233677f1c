package qiji.opportunity.gate;

import static qiji.testing.SampleData.viewer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import qiji.access.Viewer;
import qiji.process.Gate;
import qiji.process.Guidance;
import qiji.process.Maturity;
import qiji.process.ProcessEnglish;
import qiji.process.Processes;
import qiji.process.RecentActivity;
import qiji.process.SalesProcess;
import qiji.process.Stage;
import qiji.process.StageEnglish;
import qiji.process.Stages;
import qiji.testing.SampleData;

/** Editions of the process that ships with gates of any kind, another process, and a draft that nobody has published. */
final class SomeGates {
    private static final Viewer EDITOR = viewer(7, "process:edit");

    private final Processes processes;
    private final Stages stages;
    private final Random random;
    private final long other;

    SomeGates(ApplicationContext beans, Random random) {
        this.processes = beans.getBean(Processes.class);
        this.stages = beans.getBean(Stages.class);
        this.random = random;
        this.other = processes.create(
                new SalesProcess(
                        null,
                        SampleData.unique("OTHER"),
                        "Other",
                        "",
                        ProcessEnglish.NONE,
                        false,
                        false,
                        0,
                        List.of(plain("A", 1, false), plain("B", 2, true))),
                null,
                EDITOR);
    }

    SalesProcess newest() {
        return stages.findDefault().orElseThrow();
    }

    SalesProcess elsewhere() {
        return stages.getProcess(other);
    }

    Stage any() {
        List<Stage> all = newest().stages();
        return all.get(random.nextInt(all.size()));
    }

    /** Null for the first. */
    @Nullable
    Long edition() {
        List<Stages.Edition> all = stages.editions(newest().key());
        int place = random.nextInt(all.size());
        return place == 0 ? null : all.get(place).id();
    }

    void publish() {
        SalesProcess process = newest();
        processes.replace(
                with(
                        process,
                        process.stages().stream()
                                .map(stage -> as(stage, stage.position(), gate(stage.position(), false), false))
                                .toList()),
                "again",
                EDITOR);
    }

    /** With a stage more between the others, at times, and with one out of use. */
    SalesProcess draft() {
        List<Stage> drafted = new ArrayList<>();
        boolean more = random.nextBoolean();
        boolean less = random.nextBoolean();
        for (Stage stage : newest().stages()) {
            int position = stage.position() + (more && stage.position() > 2 ? 1 : 0);
            drafted.add(as(stage, position, gate(stage.position(), true), less && stage.position() == 4));
            if (more && stage.position() == 2) {
                drafted.add(as(known(-3), 3, Gate.requiring("nextStep"), false));
            }
        }
        return with(newest(), drafted);
    }

    private Gate gate(int position, boolean drafted) {
        if (position == 1) {
            return Gate.OPEN;
        }
        List<String> fields = new ArrayList<>();
        for (String field : List.of("expectedSignOn", "expectedAmount", "nextStep", "tags", "cf_x")) {
            if (random.nextInt(4) == 0 && (drafted || !field.startsWith("cf_"))) {
                fields.add(field);
            }
        }
        return new Gate(
                fields,
                random.nextInt(4) == 0,
                random.nextInt(6) == 0,
                random.nextInt(4) == 0 ? List.of("minutes") : List.of(),
                random.nextInt(6) == 0,
                random.nextInt(4) == 0
                        ? new RecentActivity(random.nextInt(3, 12), random.nextBoolean() ? "VISIT" : null)
                        : null,
                random.nextInt(6) == 0,
                random.nextInt(5) == 0 ? BigDecimal.valueOf(random.nextInt(40, 80)) : null,
                random.nextInt(4) == 0);
    }

    private static SalesProcess with(SalesProcess it, List<Stage> others) {
        return new SalesProcess(
                it.id(),
                it.code(),
                it.name(),
                it.description(),
                it.english(),
                it.isDefault(),
                it.archived(),
                it.version(),
                others);
    }

    private static Stage as(Stage it, int position, Gate gate, boolean archived) {
        return new Stage(
                it.id(),
                it.code(),
                it.name(),
                position,
                it.winRate(),
                it.expectedConversion(),
                it.plannedDays(),
                it.maturity(),
                it.guidance(),
                it.english(),
                gate,
                it.isFinal(),
                archived);
    }

    private static Stage known(long id) {
        return stage(id, "N", 3, false);
    }

    private static Stage plain(String code, int position, boolean isFinal) {
        return stage(null, code, position, isFinal);
    }

    private static Stage stage(@Nullable Long id, String code, int position, boolean isFinal) {
        return new Stage(
                id,
                code,
                code,
                position,
                isFinal ? BigDecimal.valueOf(100) : BigDecimal.TEN,
                null,
                null,
                isFinal ? Maturity.SUCCESS : Maturity.POTENTIAL,
                Guidance.NONE,
                StageEnglish.NONE,
                Gate.OPEN,
                isFinal,
                false);
    }
}
