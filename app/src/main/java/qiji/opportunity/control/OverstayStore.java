package qiji.opportunity.control;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.OVERSTAY_NOTICE;
import static db.organization.Tables.APP_USER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;

/** The stays that are too long, walked by their index, and whom they were told. */
@Repository
class OverstayStore {
    private final DSLContext jooq;

    OverstayStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** {@code ownerId} is 0 where there is none. */
    record Late(
            long id,
            LocalDate overstayOn,
            long ownerId,
            @Nullable String ownerName,
            @Nullable Long departmentId) {
        @Override
        public String ownerName() {
            return ownerName == null ? "" : ownerName;
        }
    }

    /** Those not told at that level yet which began from one day to another, both included, in order after {@code last}. */
    List<Late> untold(int level, LocalDate from, LocalDate to, @Nullable Late last, int most, Viewer viewer) {
        return jooq.select(
                        OPPORTUNITY.ID,
                        OPPORTUNITY.OVERSTAY_ON,
                        coalesce(OPPORTUNITY.OWNER_ID, inline(0L)),
                        APP_USER.NAME,
                        OPPORTUNITY.DEPARTMENT_ID)
                .from(OPPORTUNITY)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(OPPORTUNITY.OWNER_ID))
                .where(OPPORTUNITY.OVERSTAY_ON.between(from, to))
                .and(
                        last == null
                                ? noCondition()
                                : row(OPPORTUNITY.OVERSTAY_ON, OPPORTUNITY.ID).gt(last.overstayOn(), last.id()))
                .and(notExists(selectOne()
                        .from(OVERSTAY_NOTICE)
                        .where(OVERSTAY_NOTICE.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))
                        .and(OVERSTAY_NOTICE.OVERSTAY_ON.eq(OPPORTUNITY.OVERSTAY_ON))
                        .and(OVERSTAY_NOTICE.LEVEL.eq(inline((short) level)))))
                .and(Opportunities.visibleTo(viewer, OPPORTUNITY))
                .orderBy(OPPORTUNITY.OVERSTAY_ON, OPPORTUNITY.ID)
                .limit(most)
                .fetch(mapping(Late::new));
    }

    void told(int level, List<Late> late, Instant at) {
        var insert = jooq.insertInto(
                OVERSTAY_NOTICE,
                OVERSTAY_NOTICE.OPPORTUNITY_ID,
                OVERSTAY_NOTICE.OVERSTAY_ON,
                OVERSTAY_NOTICE.LEVEL,
                OVERSTAY_NOTICE.TOLD_AT);
        for (Late one : late) {
            insert = insert.values(one.id(), one.overstayOn(), (short) level, at);
        }
        insert.onConflictDoNothing().execute();
    }
}
