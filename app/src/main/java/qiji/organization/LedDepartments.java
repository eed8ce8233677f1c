package qiji.organization;

import static db.organization.Tables.DEPARTMENT;

import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import qiji.access.HandsOver;
import qiji.access.Viewer;
import qiji.platform.Words;

/** The departments that someone leads are handed over too. */
@Component
@Order(101)
class LedDepartments implements HandsOver {
    private final DSLContext jooq;

    LedDepartments(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String type() {
        return "department";
    }

    @Override
    public Words label() {
        return Words.of("负责的部门", "Departments led");
    }

    @Override
    public int owned(long userId) {
        return jooq.fetchCount(DEPARTMENT, DEPARTMENT.LEADER_ID.eq(userId));
    }

    @Override
    public int handOver(long userId, long toUserId, Viewer viewer) {
        return jooq.update(DEPARTMENT)
                .set(DEPARTMENT.LEADER_ID, toUserId)
                .set(DEPARTMENT.VERSION, DEPARTMENT.VERSION.plus(1))
                .where(DEPARTMENT.LEADER_ID.eq(userId))
                .execute();
    }
}
