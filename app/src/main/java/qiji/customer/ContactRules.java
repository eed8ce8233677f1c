package qiji.customer;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.CUSTOMER;

import db.customer.tables.records.ContactRecord;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.FieldValues;

/** What must be true of a contact about to be saved. */
@Component
class ContactRules {
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 20;

    private final DSLContext jooq;

    ContactRules(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Throws INVALID_FIELDS with all that speaks against the row, FORBIDDEN if its customer is not the viewer's. */
    void check(ContactRecord row, FieldValues values, Viewer viewer) {
        check(
                row,
                faultsOf(
                        values.has("phone") ? values.text("phone") : null,
                        values.has("email") ? values.text("email") : null),
                viewer);
    }

    /** The same where its number and address are another contact's. */
    void check(ContactRecord row, Viewer viewer) {
        check(row, List.of(), viewer);
    }

    private void check(ContactRecord row, List<FieldFault> known, Viewer viewer) {
        mustBeWithinScope(row.getCustomerId(), viewer);
        List<FieldFault> faults = new ArrayList<>();
        checkCustomer(row, faults);
        checkReportsTo(row, faults);
        faults.addAll(known);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    boolean isWithinScope(long customerId, Viewer viewer) {
        return jooq.fetchExists(CUSTOMER, CUSTOMER.ID.eq(customerId).and(Customers.withinScope(viewer, CUSTOMER)));
    }

    void mustBeWithinScope(long customerId, Viewer viewer) {
        if (!isWithinScope(customerId, viewer)) {
            throw Problem.forbidden(CustomerPermissions.CONTACT_EDIT);
        }
    }

    private void checkCustomer(ContactRecord row, List<FieldFault> faults) {
        if (row.getId() != null
                && row.modified(CONTACT.CUSTOMER_ID)
                && jooq.fetchExists(CONTACT, CONTACT.REPORTS_TO_ID.eq(row.getId()))) {
            faults.add(FieldFault.of(
                    "customer",
                    "has-reports",
                    Words.of("还有下属联系人，不能换客户", "Others report to this contact, so it cannot change its customer")));
        }
    }

    /** Within one customer, and no ring. */
    private void checkReportsTo(ContactRecord row, List<FieldFault> faults) {
        Long above = row.getReportsToId();
        if (above == null || !(row.modified(CONTACT.REPORTS_TO_ID) || row.modified(CONTACT.CUSTOMER_ID))) {
            return;
        }
        if (!jooq.fetchExists(CONTACT, CONTACT.ID.eq(above).and(CONTACT.CUSTOMER_ID.eq(row.getCustomerId())))) {
            faults.add(FieldFault.of(
                    "reportsTo",
                    "other-customer",
                    Words.of("上级须为同一客户的联系人", "The superior must be at the same customer")));
        } else if (row.getId() != null && standsAbove(row.getId(), above)) {
            faults.add(
                    FieldFault.of("reportsTo", "ring", Words.of("上级不能是自己或自己的下属", "A contact cannot report to itself")));
        }
    }

    private boolean standsAbove(long contact, long start) {
        ChainStore.OF_CONTACTS.lock(jooq);
        return contact == start || ChainStore.OF_CONTACTS.isAbove(contact, start, jooq);
    }

    /** What speaks against a number and an address as they are written. */
    static List<FieldFault> faultsOf(@Nullable String phone, @Nullable String email) {
        List<FieldFault> faults = new ArrayList<>();
        if (phone != null) {
            checkPhone(phone, faults);
        }
        if (email != null) {
            checkEmail(email, faults);
        }
        return faults;
    }

    private static void checkPhone(String phone, List<FieldFault> faults) {
        int digits = new PhoneNumber(phone).digits().length();
        if (phone.contains("*")) {
            faults.add(FieldFault.of(
                    "phone", "masked", Words.of("这是隐藏后的号码，请填写完整号码", "This is a masked number: give the whole one")));
        } else if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            faults.add(FieldFault.of("phone", "invalid-phone", Words.of("电话号码不对", "This is no phone number")));
        }
    }

    private static void checkEmail(String email, List<FieldFault> faults) {
        if (email.contains("***")) {
            faults.add(FieldFault.of(
                    "email", "masked", Words.of("这是隐藏后的邮箱，请填写完整邮箱", "This is a masked address: give the whole one")));
        } else if (!email.matches("[^\\s@]+@[^\\s@]+")) {
            faults.add(FieldFault.of("email", "invalid-email", Words.of("邮箱地址不对", "This is no e-mail address")));
        }
    }
}
