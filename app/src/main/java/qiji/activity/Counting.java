package qiji.activity;

import static db.activity.Tables.ACTIVITY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;

import db.activity.tables.ActivityTable;
import db.activity.tables.records.ActivityRecord;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What counts as a follow-up: what has an outcome, by the owner or the team of the record. It is decided when that is written
 * down; for gates, duties and dates only what counts was one. [D10]
 */
@Component
public class Counting {
    private final ObjectProvider<HearsFollowUps> hearers;

    Counting(ObjectProvider<HearsFollowUps> hearers) {
        this.hearers = hearers;
    }

    /** Of a row of {@code activity}; those from before this was asked count. */
    public static Field<Boolean> counts(ActivityTable a) {
        return coalesce(a.COUNTS, inline(true));
    }

    /** What the responsible leader did in person is theirs without being on the team; it needs an outcome alike. */
    public static Condition countsInPerson() {
        return condition(counts(ACTIVITY)).or(ACTIVITY.OUTCOME.isNotNull());
    }

    /** Before it is saved: what is edited keeps what was decided while it keeps having an outcome, or none. */
    void decide(ActivityRecord row) {
        boolean had = row.original(ACTIVITY.OUTCOME) != null;
        boolean has = row.getOutcome() != null;
        if (row.getId() == null || had != has) {
            row.setCounts(has && isFollowedBy(row));
        }
    }

    private boolean isFollowedBy(ActivityRecord row) {
        return hearers.stream()
                .filter(hearer -> hearer.type().equals(row.getRecordType()))
                .allMatch(hearer -> hearer.isFollowedBy(row.getRecordId(), row.getOwnerId()));
    }
}
