package qiji.opportunity.move;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.competitor.CompetitorPermissions;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.life.Closing;
import qiji.opportunity.life.Learned;
import qiji.opportunity.life.Loss;
import qiji.opportunity.life.Review;

/** Who tells an ending anew without reading all that was said of it, leaves the rest as it is. [A4 D12] */
@Component
class Unread {
    private static final Loss NO_LOSS = new Loss(null, null, null, null);

    private final FieldLabels labels;

    Unread(FieldLabels labels) {
        this.labels = labels;
    }

    Review kept(Review said, Closing before, Viewer viewer) {
        Loss loss = before.loss() == null ? NO_LOSS : before.loss();
        return new Review(
                kept(said.loss(), loss, viewer),
                labels.mayRead("closingNote", viewer) ? said.note() : before.note(),
                kept(said.learned(), before.learned(), viewer));
    }

    private Loss kept(Loss said, Loss before, Viewer viewer) {
        boolean knowsRivals = viewer.may(CompetitorPermissions.READ) && labels.mayRead("lostToCompetitor", viewer);
        return new Loss(
                of("lostReason", said, before, Loss::reason, viewer),
                of("lossSummary", said, before, Loss::summary, viewer),
                of("lostTo", said, before, Loss::competitor, viewer),
                knowsRivals ? said.competitorId() : before.competitorId());
    }

    private Learned kept(Learned said, Learned before, Viewer viewer) {
        boolean knowsMeasure = labels.mayReadAll(viewer, "prevention", "preventionOwner", "preventionDueOn");
        Learned measure = knowsMeasure ? said : before; // whole or not there
        return new Learned(
                of("lesson", said, before, Learned::lesson, viewer),
                measure.prevention(),
                measure.preventionOwnerId(),
                measure.preventionDueOn());
    }

    private <T, V> @Nullable V of(String field, T said, T before, Function<T, @Nullable V> part, Viewer viewer) {
        return part.apply(labels.mayRead(field, viewer) ? said : before);
    }
}
