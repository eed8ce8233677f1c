package qiji.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;

/** Opportunities of which each page is known to be seen by everybody, so that what an index holds is read from it alone. */
public final class Settled {
    private Settled() {}

    /** Whatever else the server does may keep a vacuum from a page, so it is done again. */
    public static void opportunities(DSLContext owner) {
        for (int again = 0; again < 20 && !isSettled(owner); again++) {
            owner.execute("vacuum opportunity.opportunity, opportunity.opportunity_history");
        }
        assertThat(isSettled(owner)).isTrue();
    }

    private static boolean isSettled(DSLContext owner) {
        return owner.fetchSingle("""
                        select bool_and(relallvisible >= 0.99 * relpages) from pg_class
                        where oid in ('opportunity.opportunity'::regclass, 'opportunity.opportunity_history'::regclass)""").get(0, Boolean.class);
    }
}
