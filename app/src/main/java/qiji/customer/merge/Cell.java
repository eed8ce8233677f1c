package qiji.customer.merge;

import java.util.Optional;
import qiji.customer.Contacts;
import qiji.customer.Customers;

/** A column by which customers or contacts name others: merges write it as a value of theirs, and move it as an attachment. */
record Cell(String type, String column, String kind, String place) {
    private static final Cell PARENT = new Cell(Customers.TYPE, "parent_id", "subsidiary", "");
    private static final Cell SUPERIOR = new Cell(Contacts.TYPE, "reports_to_id", "report", "");
    private static final String REFERENCE = "reference";
    private static final String BETWEEN = ".";

    static Optional<Cell> ofColumn(String type, String column) {
        if (column.startsWith(Columns.custom(""))) {
            String code = column.substring(Columns.custom("").length());
            return Optional.of(new Cell(type, column, REFERENCE, type + BETWEEN + code));
        }
        return Optional.of(type.equals(Customers.TYPE) ? PARENT : SUPERIOR).filter(it -> it.column.equals(column));
    }

    /** Of what was moved; nothing where it is no column of a customer or contact that merges also write. */
    static Optional<Cell> ofMove(String kind, String place) {
        if (kind.equals(REFERENCE)) {
            int dot = place.indexOf(BETWEEN);
            String type = place.substring(0, dot);
            return Optional.of(new Cell(type, Columns.custom(place.substring(dot + 1)), kind, place))
                    .filter(it -> type.equals(Customers.TYPE) || type.equals(Contacts.TYPE));
        }
        return kind.equals(PARENT.kind)
                ? Optional.of(PARENT)
                : kind.equals(SUPERIOR.kind) ? Optional.of(SUPERIOR) : Optional.empty();
    }
}
