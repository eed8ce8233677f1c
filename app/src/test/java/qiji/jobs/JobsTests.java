package qiji.jobs;

import static db.platform.Tables.JOB;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.platform.Problem;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

@ModuleTest
@Import(JobsTests.Kinds.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class JobsTests {
    private static final Viewer LI = SampleData.viewer(41);
    private static final Viewer HAN = SampleData.viewer(42);
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final CountDownLatch CANCEL_ASKED = new CountDownLatch(1);

    @Autowired
    Jobs jobs;

    @Autowired
    DSLContext jooq;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void speakChinese() {
        LocaleContextHolder.setLocale(Locale.CHINESE);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Kinds {
        @Bean
        @Primary
        Viewers twoViewers() {
            return id -> Optional.of(LI).filter(li -> li.userId() == id).or(() -> Optional.of(HAN));
        }

        @Bean
        JobKind countsToThree() {
            return kind("counts", run -> {
                for (int done = 1; done <= 3; done++) {
                    run.progress(done, 3L);
                }
                return run.viewer().name() + " about " + run.subjectId();
            });
        }

        @Bean
        JobKind refuses() {
            return kind("refuses", _ -> {
                throw Problem.forbidden("customer:import");
            });
        }

        @Bean
        JobKind breaks() {
            return kind("breaks", _ -> {
                throw new IllegalStateException("a secret of the inside");
            });
        }

        @Bean
        JobKind endless() {
            return kind("endless", run -> {
                run.progress(1, null);
                CANCEL_ASKED.await(20, SECONDS);
                run.progress(2, null);
                throw new IllegalStateException("not cancelled");
            });
        }

        @Bean
        JobKind countsRuns() {
            return kind("counts-runs", _ -> RUNS.incrementAndGet());
        }

        private interface Work {
            Object of(JobRun run) throws InterruptedException;
        }

        private static JobKind kind(String name, Work work) {
            return new JobKind() {
                @Override
                public String name() {
                    return name;
                }

                @Override
                public Object run(JobRun job) {
                    try {
                        return work.of(job);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    }

    @Test
    void worksAsTheUserWhoStartedIt() {
        var job = ended(jobs.start("counts", 7L, LI), LI);
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.done()).isEqualTo(3);
        assertThat(job.total()).isEqualTo(3L);
        assertThat(job.result()).hasToString("\"viewer 41 about 7\"");
    }

    @Test
    void doesNothingIfTheTransactionThatStartedItFails() {
        transactions.executeWithoutResult(status -> {
            jobs.start("counts-runs", null, LI);
            status.setRollbackOnly();
        });
        assertThat(jooq.fetchCount(JOB, JOB.KIND.eq("counts-runs").and(JOB.STARTED_BY.eq(41L))))
                .isZero();
    }

    @Test
    void tellsWhyItWasRefusedButNothingOfTheInside() {
        assertThat(ended(jobs.start("refuses", null, LI), LI))
                .extracting(Job::state, Job::problem)
                .containsExactly(JobState.FAILED, new Job.Failure("您没有这项权限"));
        assertThat(ended(jobs.start("breaks", null, LI), LI))
                .extracting(Job::state, Job::problem)
                .containsExactly(JobState.FAILED, new Job.Failure("系统出错，任务没有完成"));
    }

    @Test
    void stopsBetweenTwoStepsWhenCancelled() {
        long id = jobs.start("endless", null, LI);
        await().until(() -> jobs.get(id, LI).done() == 1);
        jobs.cancel(id, LI);
        CANCEL_ASKED.countDown();
        assertThat(ended(id, LI).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void hidesTheJobsOfOthers() {
        long id = jobs.start("counts", null, LI);
        assertThatThrownBy(() -> jobs.get(id, HAN)).isInstanceOf(Problem.class).hasMessageContaining("404");
        assertThatThrownBy(() -> jobs.cancel(id, HAN)).isInstanceOf(Problem.class);
        assertThat(jobs.get(id, SampleData.viewer(42, "job:read")).kind()).isEqualTo("counts");
    }

    @Test
    void runsAgainWhenItsNodeDied() {
        long id = transactions.execute(_ -> takenByADeadNode());
        assertThat(ended(id, HAN).state()).isEqualTo(JobState.DONE);
        assertThat(RUNS).hasValue(1);
    }

    private long takenByADeadNode() {
        long id = jooq.insertInto(JOB)
                .set(JOB.KIND, "counts-runs")
                .set(JOB.STARTED_BY, 42L)
                .set(JOB.STATE, "RUNNING")
                .returningResult(JOB.ID)
                .fetchSingle()
                .value1();
        jooq.execute("""
                insert into platform.scheduled_tasks
                    (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values ('job', ?, now() - interval '1 minute', true, 'a dead node', now() - interval '1 minute', 1)
                """, Long.toString(id));
        return id;
    }

    private Job ended(long id, Viewer viewer) {
        return await().atMost(30, SECONDS).until(() -> jobs.get(id, viewer), job -> job.finishedAt() != null);
    }
}
