package qiji.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** Who changes what is defined sees it at once, everybody else when it is committed. */
@ModuleTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class DefinitionsTests {
    private static final String DICTIONARY = "industry";

    @Autowired
    Definitions definitions;

    @Autowired
    NewChoices choices;

    @Autowired
    Writing writing;

    private final String label = SampleData.unique("Phantom");
    private TransactionTemplate outer;
    private TransactionTemplate inner;

    @Autowired
    void work(PlatformTransactionManager transactions) {
        outer = new TransactionTemplate(transactions);
        inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @BeforeEach
    void readBefore() {
        assertThat(labels()).doesNotContain(label);
    }

    @Test
    void whatIsTakenBackWasNeverThereForOthers() {
        outer.executeWithoutResult(status -> {
            add();
            assertThat(labels()).contains(label);
            assertThat(CompletableFuture.supplyAsync(this::labels).join()).doesNotContain(label);
            status.setRollbackOnly();
        });
        assertThat(labels()).doesNotContain(label);
    }

    @Test
    void aRowTakenBackTakesItsChoiceAlong() {
        outer.executeWithoutResult(status -> {
            inner.executeWithoutResult(row -> {
                add();
                assertThat(labels()).contains(label);
                row.setRollbackOnly();
            });
            assertThat(labels()).doesNotContain(label);
            status.setRollbackOnly();
        });
    }

    @Test
    void whatIsCommittedIsThereAtOnce() {
        outer.executeWithoutResult(_ -> add());
        assertThat(labels()).contains(label);
    }

    private void add() {
        writing.by(Viewer.system("test"));
        choices.add(DICTIONARY, label);
    }

    private List<String> labels() {
        return definitions.entries(DICTIONARY).stream()
                .map(choice -> choice.label().zh())
                .toList();
    }
}
