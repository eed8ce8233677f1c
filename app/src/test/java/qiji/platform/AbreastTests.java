package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Parts of an answer that are read abreast make the same answer. */
class AbreastTests {
    private final Abreast abreast = new Abreast(new OfNoDatabase());

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void answersInTheOrderOfTheParts() {
        List<Supplier<Integer>> parts = new ArrayList<>();
        IntStream.range(0, 100).forEach(n -> parts.add(() -> n));
        for (int again = 0; again < 50; again++) {
            assertThat(abreast.all(() -> {}, parts))
                    .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        }
    }

    /** Each of two parts waits until the other has begun. */
    @Test
    void isHelpedByASecondThreadThatSpeaksTheSameLanguage() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        CyclicBarrier both = new CyclicBarrier(2);
        Supplier<String> part = () -> {
            meet(both);
            return Words.of("一", "one").here();
        };
        assertThat(abreast.all(() -> {}, List.of(part, part))).containsExactly("one", "one");
    }

    @Test
    void failsAsThePartFailedAndGoesOnNextTime() {
        List<Supplier<Integer>> parts = List.of(
                () -> 1,
                () -> {
                    throw Problem.notFound();
                },
                () -> 3);
        for (int again = 0; again < 50; again++) {
            assertThatThrownBy(() -> abreast.all(() -> {}, parts)).isInstanceOf(Problem.class);
        }
        answersInTheOrderOfTheParts();
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins and ends what there is none of. */
    private static final class OfNoDatabase extends AbstractPlatformTransactionManager {
        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
