package qiji.competitor;

import static db.competitor.Tables.COMPETITOR;

import org.springframework.stereotype.Component;
import qiji.records.register.RegisterAccess;

/** Tells companions who sees and changes competitors. */
@Component
class CompetitorAccess extends RegisterAccess {
    CompetitorAccess() {
        super(CompetitorFields.TYPE, COMPETITOR.ID);
    }
}
