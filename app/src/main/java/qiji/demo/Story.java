package qiji.demo;

import static qiji.demo.OpportunityColumn.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Phrases;
import qiji.demo.chance.Span;
import qiji.demo.chance.Workday;

/**
 * Plays one opportunity from the day it came in until it ended, or until now. Of those that enter a stage about as
 * many win in the end as the default process presets: 10, 25, 50, 75 and 90 %. [S17]
 */
final class Story {
    /** A little more than the presets alone would say: some come by twice, some are put off and end there. */
    private static final double[] GOES_ON = {0.45, 0.57, 0.75, 0.88, 0.93};

    private static final double[] MEDIAN_DAYS = {8, 10, 14, 14, 9};
    private static final double SPREAD = 0.8;
    private static final double SLOW = 0.16;
    private static final int SLOWNESS = 5;
    private static final int LAST = 5;

    private final World world;
    private final Chance chance;
    private final Cast cast;
    private final Life life;
    private final Doings doings;
    private final Ends ends;
    private final boolean slow;
    private int stage;

    private Story(World world, int index, long id, long series) {
        this.world = world;
        this.chance = Chance.of(world.seed(), "opportunity", index);
        double arrival = (index + chance.fraction()) / world.size().opportunities();
        this.cast = Cast.of(world, world.arrivals().at(arrival), chance);
        this.life = new Life(cast.client());
        this.doings = new Doings(world, cast, life, chance);
        this.ends = new Ends(doings, world.span(), chance);
        this.slow = chance.is(SLOW);
        LocalDate day = Span.day(cast.createdAt());
        doings.begin(id, "SJ-%d%02d-%06d".formatted(day.getYear(), day.getMonthValue(), series));
    }

    /** The {@code index}-th that came in, from 0; {@code series} is the running part of its number. */
    static Life tell(World world, int index, long id, long series) {
        Story story = new Story(world, index, id, series);
        story.play();
        story.doings.settle();
        return story.life;
    }

    private void play() {
        Instant enteredAt = cast.createdAt();
        while (true) {
            Instant until = Workday.near(enteredAt.plus(stay()), chance);
            doings.followUp(stage, enteredAt, earlier(until));
            if (!until.isBefore(world.span().now())) {
                doings.rest(stage);
                return;
            }
            @Nullable Instant next = leave(until);
            if (next == null) {
                return;
            }
            enteredAt = next;
        }
    }

    /** What becomes of it at the end of a stay: the moment from which it stays again, or null if that was all. */
    private @Nullable Instant leave(Instant at) {
        if (chance.is(0.06)) {
            return ends.defer(at, stage);
        }
        if (stage >= 2 && chance.is(0.05)) {
            stage--;
            return doings.move(stage, at, Phrases.any(chance, "back"));
        }
        if (!chance.is(GOES_ON[stage])) {
            ends.close(at, stage);
            return null;
        }
        stage += stage < 2 && chance.is(0.02) ? 2 : 1;
        if (stage == LAST) {
            ends.win(at);
            return null;
        }
        return doings.move(stage, at, null);
    }

    private Duration stay() {
        double days = chance.logNormal(MEDIAN_DAYS[stage], SPREAD) * (slow ? SLOWNESS : 1);
        return Duration.ofMinutes(Math.max(60, (long) (days * 24 * 60)));
    }

    private Instant earlier(Instant until) {
        return until.isBefore(world.span().now()) ? until : world.span().now();
    }
}
