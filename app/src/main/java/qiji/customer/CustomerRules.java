package qiji.customer;

import static db.customer.Tables.CUSTOMER;
import static db.organization.Tables.APP_USER;

import db.customer.tables.records.CustomerRecord;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.customer.duplicates.NormalizedName;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/** What must be true of a customer about to be saved, and what follows from what is written of it. */
@Component
class CustomerRules {
    private final DSLContext jooq;

    CustomerRules(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Fills in what follows. Throws INVALID_FIELDS with all that speaks against the row. */
    void complete(CustomerRecord row, Viewer viewer) {
        List<FieldFault> faults = new ArrayList<>();
        row.setNormalizedName(NormalizedName.of(row.getName()));
        readCreditCode(row, faults);
        checkParent(row, faults);
        checkOwner(row, viewer, faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static void readCreditCode(CustomerRecord row, List<FieldFault> faults) {
        String written = row.getCreditCode();
        if (written == null || !row.modified(CUSTOMER.CREDIT_CODE)) {
            return;
        }
        if (CreditCode.read(written) instanceof CreditCode.Valid(var code)) {
            row.setCreditCode(code);
        }
        faults.addAll(faultsOfCreditCode(written));
    }

    /** What speaks against a credit code as it is written. */
    static List<FieldFault> faultsOfCreditCode(String written) {
        return CreditCode.read(written) instanceof CreditCode.Invalid(var why)
                ? List.of(FieldFault.of("creditCode", "invalid-credit-code", why))
                : List.of();
    }

    /** No customer stands above itself. */
    private void checkParent(CustomerRecord row, List<FieldFault> faults) {
        if (row.getParentId() == null || row.getId() == null || !row.modified(CUSTOMER.PARENT_ID)) {
            return;
        }
        ChainStore.OF_CUSTOMERS.lock(jooq);
        boolean ring = row.getParentId().equals(row.getId())
                || ChainStore.OF_CUSTOMERS.isAbove(row.getId(), row.getParentId(), jooq);
        if (ring) {
            faults.add(FieldFault.of(
                    "parent", "ring", Words.of("上级客户不能是自己或自己的下级", "A customer cannot stand above itself")));
        }
    }

    /** Who makes a customer owns it; to give it to someone else is a right of its own. The department goes with the owner. */
    private void checkOwner(CustomerRecord row, Viewer viewer, List<FieldFault> faults) {
        if (row.getId() == null && !row.modified(CUSTOMER.OWNER_ID) && !viewer.isSystem()) {
            row.setOwnerId(viewer.userId());
        }
        Long owner = row.getOwnerId();
        if (!row.modified(CUSTOMER.OWNER_ID)) {
            return;
        }
        boolean own = owner != null && owner == viewer.userId() && row.getId() == null;
        if (!own && !viewer.may(CustomerPermissions.TRANSFER)) {
            faults.add(FieldFault.of(
                    "owner", "forbidden", Words.of("您没有移交客户的权限", "You may not give customers to others")));
        }
        if (owner != null && !isActive(owner)) {
            faults.add(FieldFault.of("owner", "inactive", Words.of("该用户已停用", "The user is inactive")));
        }
        if (owner != null) {
            row.setDepartmentId(departmentOf(owner));
        } else if (row.getDepartmentId() == null) {
            row.setDepartmentId(departmentOf(viewer.userId()));
        }
    }

    /** Nothing is given to who has left. */
    void mustBeActive(long userId) {
        if (!isActive(userId)) {
            throw Problem.invalid(
                    List.of(FieldFault.of("ownerId", "unknown", Words.of("没有这位在职用户", "There is no such active user"))));
        }
    }

    private boolean isActive(long userId) {
        return jooq.fetchExists(APP_USER, APP_USER.ID.eq(userId).and(APP_USER.STATE.eq("ACTIVE")));
    }

    private @Nullable Long departmentOf(long userId) {
        return jooq.select(APP_USER.DEPARTMENT_ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .fetchOne(APP_USER.DEPARTMENT_ID);
    }
}
