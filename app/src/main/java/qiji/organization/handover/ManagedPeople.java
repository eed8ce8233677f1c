package qiji.organization.handover;

import static db.organization.Tables.APP_USER;

import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import qiji.access.HandsOver;
import qiji.access.Viewer;
import qiji.organization.RightsStore;
import qiji.platform.Words;

/** The people whom someone manages are handed over too. */
@Component
@Order(100)
class ManagedPeople implements HandsOver {
    private final DSLContext jooq;
    private final RightsStore rights;

    ManagedPeople(DSLContext jooq, RightsStore rights) {
        this.jooq = jooq;
        this.rights = rights;
    }

    @Override
    public String type() {
        return "user";
    }

    @Override
    public Words label() {
        return Words.of("下属", "Managed people");
    }

    @Override
    public int owned(long userId) {
        return jooq.fetchCount(APP_USER, APP_USER.MANAGER_ID.eq(userId));
    }

    /** A successor from below first takes the leaver's place under the leaver's manager, so that no circle arises. */
    @Override
    public int handOver(long userId, Heir heir, Viewer viewer) {
        long toUserId = heir.userId();
        int managed = owned(userId);
        if (rights.teamOf(userId).contains(toUserId)) {
            jooq.update(APP_USER)
                    .set(
                            APP_USER.MANAGER_ID,
                            jooq.select(APP_USER.as("leaver").MANAGER_ID)
                                    .from(APP_USER.as("leaver"))
                                    .where(APP_USER.as("leaver").ID.eq(userId)))
                    .set(APP_USER.VERSION, APP_USER.VERSION.plus(1))
                    .where(APP_USER.ID.eq(toUserId))
                    .execute();
        }
        jooq.update(APP_USER)
                .set(APP_USER.MANAGER_ID, toUserId)
                .set(APP_USER.VERSION, APP_USER.VERSION.plus(1))
                .where(APP_USER.MANAGER_ID.eq(userId))
                .and(APP_USER.ID.ne(toUserId))
                .execute();
        return managed;
    }
}
