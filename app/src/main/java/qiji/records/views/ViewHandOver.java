package qiji.records.views;

import static db.records.Tables.SAVED_VIEW;

import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import qiji.access.HandsOver;
import qiji.access.Viewer;
import qiji.platform.Words;

/** What a leaver shared stays with those who use it; what was only theirs goes unseen. [A1] */
@Component
@Order(102)
class ViewHandOver implements HandsOver {
    private final DSLContext jooq;

    ViewHandOver(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String type() {
        return "view";
    }

    @Override
    public Words label() {
        return Words.of("共享的视图", "Shared views");
    }

    @Override
    public int owned(long userId) {
        return jooq.fetchCount(SAVED_VIEW, SAVED_VIEW.OWNER_ID.eq(userId), SAVED_VIEW.AUDIENCE.ne(Audience.ME.name()));
    }

    @Override
    public int handOver(long userId, long toUserId, Viewer viewer) {
        return jooq.update(SAVED_VIEW)
                .set(SAVED_VIEW.OWNER_ID, toUserId)
                .set(SAVED_VIEW.VERSION, SAVED_VIEW.VERSION.plus(1))
                .where(SAVED_VIEW.OWNER_ID.eq(userId), SAVED_VIEW.AUDIENCE.ne(Audience.ME.name()))
                .execute();
    }
}
