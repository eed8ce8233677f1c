package qiji.activity;

import static db.activity.Tables.ACTIVITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** D10: the module of a record hears when it was followed up last, and what was agreed last. */
@ModuleTest
class LatestFollowUpTests {
    private static final RecordRef BOAT = new RecordRef("boat", 1);
    private static final Viewer VIEWER = Viewer.system("test");

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    SampleData sample;

    private final List<String> heard = new ArrayList<>();
    private LatestFollowUp latest;
    private long user;
    private @Nullable Instant lastAt;

    @BeforeEach
    void someoneListens() {
        user = sample.user("Li Lei");
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("boats", new Ear("boat"));
        beans.addBean("kites", new Ear("kite"));
        latest = new LatestFollowUp(jooq, beans.getBeanProvider(HearsFollowUps.class));
    }

    private final class Ear implements HearsFollowUps {
        private final String type;

        private Ear(String type) {
            this.type = type;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public boolean isFollowedBy(long recordId, long userId) {
            return true;
        }

        @Override
        public void followedUp(long recordId, @Nullable Instant at) {
            lastAt = at;
        }

        @Override
        public void agreed(long recordId, NextStep next, Viewer viewer) {
            heard.add(type + " " + recordId + " " + next.what());
        }
    }

    @Test
    void tellsOfTheLastOneOnly() {
        long first = log("2026-11-01T00:00:00Z", "call again");
        long last = log("2026-11-03T00:00:00Z", "send the offer");
        log("2026-11-02T00:00:00Z", "of an earlier day");
        assertThat(heard).containsExactly("boat 1 call again", "boat 1 send the offer");
        heard.clear();

        change(first, "call him again");
        assertThat(heard).isEmpty();
        change(last, "send the contract");
        assertThat(heard).containsExactly("boat 1 send the contract");
    }

    @Test
    void tellsWhatIsLeftWhenTheLastOneIsRemoved() {
        long first = log("2026-11-01T00:00:00Z", "call again");
        long last = log("2026-11-03T00:00:00Z", "send the offer");
        heard.clear();

        remove(last);
        remove(first);
        assertThat(heard).containsExactly("boat 1 call again");
        assertThat(lastAt).isNull();
    }

    @Test
    void tellsWhenTheLastThatCountsHappened() {
        long counted = log("2026-11-01T00:00:00Z", "call again");
        long note = log("2026-11-03T00:00:00Z", "send the offer");
        count(note, false);
        assertThat(lastAt).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        count(note, true);
        assertThat(lastAt).isEqualTo(Instant.parse("2026-11-03T00:00:00Z"));
        count(note, false);
        remove(counted);
        assertThat(lastAt).isNull();
        assertThat(heard).as("what is agreed holds all the same").endsWith("boat 1 send the offer");
    }

    private void count(long id, boolean counts) {
        latest.watch(BOAT, VIEWER, () -> {
            jooq.update(ACTIVITY)
                    .set(ACTIVITY.COUNTS, counts)
                    .where(ACTIVITY.ID.eq(id))
                    .execute();
            return id;
        });
    }

    private long log(String at, String nextStep) {
        long[] id = new long[1];
        latest.watch(BOAT, VIEWER, () -> {
            writing.by(VIEWER);
            id[0] = jooq.insertInto(ACTIVITY)
                    .set(ACTIVITY.RECORD_TYPE, BOAT.type())
                    .set(ACTIVITY.RECORD_ID, BOAT.id())
                    .set(ACTIVITY.KIND, "CALL")
                    .set(ACTIVITY.SUBJECT, "x")
                    .set(ACTIVITY.HAPPENED_AT, Instant.parse(at))
                    .set(ACTIVITY.NEXT_STEP, nextStep)
                    .set(ACTIVITY.OWNER_ID, user)
                    .set(ACTIVITY.CREATED_BY, 0L)
                    .returningResult(ACTIVITY.ID)
                    .fetchSingle()
                    .value1();
            return id[0];
        });
        return id[0];
    }

    private void change(long id, String nextStep) {
        latest.watch(BOAT, VIEWER, () -> {
            jooq.update(ACTIVITY)
                    .set(ACTIVITY.NEXT_STEP, nextStep)
                    .where(ACTIVITY.ID.eq(id))
                    .execute();
            return id;
        });
    }

    private void remove(long id) {
        latest.watch(BOAT, VIEWER, () -> {
            jooq.update(ACTIVITY)
                    .set(ACTIVITY.ARCHIVED_AT, Instant.EPOCH)
                    .where(ACTIVITY.ID.eq(id))
                    .execute();
            return id;
        });
    }
}
