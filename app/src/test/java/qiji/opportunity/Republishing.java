package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.viewer;

import db.opportunity.tables.records.OpportunityRecord;
import java.util.List;
import java.util.Random;
import org.springframework.context.ApplicationContext;
import qiji.opportunity.life.Opportunity;
import qiji.opportunity.life.OpportunityStatus;
import qiji.process.Gate;
import qiji.process.Processes;
import qiji.process.SalesProcess;
import qiji.process.Stage;
import qiji.process.Stages;

/** Somebody changes what stages ask, or takes one out of use: those under way go on under their edition. */
final class Republishing {
    private final Processes definitions;
    private final Stages stages;
    private final Random random;

    Republishing(ApplicationContext beans, Random random) {
        this.definitions = beans.getBean(Processes.class);
        this.stages = beans.getBean(Stages.class);
        this.random = random;
    }

    void publish() {
        SalesProcess process = stages.findDefault().orElseThrow();
        definitions.replace(
                new SalesProcess(
                        process.id(),
                        process.code(),
                        process.name(),
                        process.description(),
                        process.english(),
                        process.isDefault(),
                        process.archived(),
                        process.version(),
                        process.stages().stream()
                                .map(stage -> stage.isFinal() ? stage : changed(stage))
                                .toList()),
                "again",
                viewer(7, "process:edit"));
    }

    private Stage changed(Stage stage) {
        return new Stage(
                stage.id(),
                stage.code(),
                stage.name(),
                stage.position(),
                stage.winRate(),
                stage.expectedConversion(),
                random.nextBoolean() ? null : random.nextInt(1, 60),
                stage.maturity(),
                stage.guidance(),
                stage.english(),
                stage.position() == 1 ? Gate.OPEN : gate(),
                false,
                stage.position() > 2 && random.nextInt(3) == 0);
    }

    private Gate gate() {
        return new Gate(
                List.of("customer", "expectedAmount"),
                random.nextBoolean(),
                random.nextInt(6) == 0,
                List.of(),
                random.nextInt(8) == 0,
                null,
                random.nextInt(8) == 0,
                null,
                false);
    }

    /** Its edition says how long it may stay, whatever the process says by now. */
    void mustStayAsItsEditionSays(OpportunityRecord row, String when) {
        Stage stage = stages.getProcess(row.getProcessId(), row.getEditionId())
                .findStage(row.getStageId())
                .orElseThrow();
        if (row.getEditionId() != null) {
            assertThat(row.getOverstayOn())
                    .as(when)
                    .isEqualTo(Opportunity.overstayOn(
                            stage,
                            row.getStageEnteredAt(),
                            OpportunityStatus.valueOf(row.getStatus()),
                            row.getStatusAt()));
        }
    }
}
