package qiji.customer;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.CUSTOMER;

import db.customer.tables.records.ContactRecord;
import db.customer.tables.records.CustomerRecord;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import qiji.records.SearchTokens;

/** By which words customers and contacts are found. Never by personal data: those have keyed hashes. */
final class CustomerSearch {
    private CustomerSearch() {}

    static void index(DSLContext jooq, CustomerRecord row) {
        jooq.update(CUSTOMER)
                .set(Map.of(
                        CUSTOMER.SEARCH,
                        SearchTokens.vector(
                                row.getName(), row.getNormalizedName(), row.getCreditCode(), row.getExternalId())))
                .where(CUSTOMER.ID.eq(row.getId()))
                .execute();
    }

    static void index(DSLContext jooq, ContactRecord row) {
        jooq.update(CONTACT)
                .set(Map.of(
                        CONTACT.SEARCH,
                        SearchTokens.vector(
                                row.getName(), row.getTitle(), row.getDepartmentName(), row.getExternalId())))
                .where(CONTACT.ID.eq(row.getId()))
                .execute();
    }

    /** The customers whose name contains {@code core}, a normalised name. */
    static Condition contains(String core) {
        return SearchTokens.matches(CUSTOMER.SEARCH, core);
    }
}
