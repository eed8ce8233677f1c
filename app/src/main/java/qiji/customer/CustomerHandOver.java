package qiji.customer;

import static db.customer.Tables.CUSTOMER;
import static db.organization.Tables.APP_USER;
import static org.jooq.impl.DSL.select;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import qiji.access.HandsOver;
import qiji.access.Viewer;
import qiji.platform.Words;

/** Gives the customers of a leaver, archived ones included, to someone else and to that person's department. [A1] */
@Component
class CustomerHandOver implements HandsOver {
    private final DSLContext jooq;

    CustomerHandOver(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String type() {
        return Customers.TYPE;
    }

    @Override
    public Words label() {
        return Words.of("客户", "Customers");
    }

    @Override
    public int owned(long userId) {
        return jooq.fetchCount(CUSTOMER, CUSTOMER.OWNER_ID.eq(userId));
    }

    @Override
    public int handOver(long userId, long toUserId, Viewer viewer) {
        return jooq.update(CUSTOMER)
                .set(CUSTOMER.OWNER_ID, toUserId)
                .set(
                        CUSTOMER.DEPARTMENT_ID,
                        select(APP_USER.DEPARTMENT_ID).from(APP_USER).where(APP_USER.ID.eq(toUserId)))
                .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
                .where(CUSTOMER.OWNER_ID.eq(userId))
                .execute();
    }
}
