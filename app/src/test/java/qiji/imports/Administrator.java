package qiji.imports;

import static db.organization.Tables.APP_USER;

import org.jooq.DSLContext;

/** The administrator that a fresh installation has. */
final class Administrator {
    private Administrator() {}

    static long id(DSLContext jooq) {
        return jooq.fetchSingle(APP_USER, APP_USER.USERNAME.eq("admin")).getId();
    }
}
