package qiji.customer.duplicates;

import java.util.List;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.customer.Contacts;
import qiji.customer.CustomerPermissions;
import qiji.customer.Customers;
import qiji.customer.duplicates.Likeness.Reason;
import qiji.platform.Problem;

/** What is looked through for duplicates. */
enum DuplicateType {
    CUSTOMER(
            Customers.TYPE,
            CustomerPermissions.READ,
            List.of("name", "creditCode", "owner", "industry", "region", "level", "parent", "address", "createdAt")),
    CONTACT(
            Contacts.TYPE,
            CustomerPermissions.CONTACT_READ,
            List.of("name", "customer", "departmentName", "title", "phone", "email", "role", "createdAt"));

    final String type;
    final List<String> facts;
    private final String read;

    /** {@code facts} are the fields that help to decide. */
    DuplicateType(String type, String read, List<String> facts) {
        this.type = type;
        this.read = read;
        this.facts = facts;
    }

    /** Throws NOT_FOUND. */
    static DuplicateType of(String type) {
        for (DuplicateType known : values()) {
            if (known.type.equals(type)) {
                return known;
            }
        }
        throw Problem.notFound();
    }

    /** Throws FORBIDDEN, also for who may not read names: they could be told by what is alike. */
    void mustBeAllowedTo(Viewer viewer) {
        viewer.mustBeAllowed(CustomerPermissions.DEDUPLICATE);
        viewer.mustBeAllowed(read);
        if (viewer.accessTo(type, "name") == FieldAccess.HIDDEN) {
            throw Problem.forbidden(read);
        }
    }

    /** Those that tell nothing of a field that the viewer may not read. */
    List<Reason> reasonsFor(Viewer viewer) {
        return List.of(Reason.values()).stream()
                .filter(reason -> switch (reason) {
                    case SAME_CODE, OTHER_CODE -> !hides("creditCode", viewer);
                    case SAME_PHONE -> !hides("phone", viewer);
                    case SAME_EMAIL -> !hides("email", viewer);
                    default -> true;
                })
                .toList();
    }

    private boolean hides(String field, Viewer viewer) {
        return viewer.accessTo(type, field) == FieldAccess.HIDDEN;
    }
}
