package qiji.customer.merge;

import static db.customer.Tables.CUSTOMER;

import db.customer.tables.records.CustomerRecord;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.customer.ChainStore;
import qiji.customer.CustomerFields;
import qiji.customer.CustomerPermissions;
import qiji.customer.Customers;
import qiji.records.RecordType;

/** Customers that become one. Who gets it is a right of its own. */
@Component
class MergeableCustomers implements Mergeable<CustomerRecord> {
    private final Customers customers;

    MergeableCustomers(Customers customers) {
        this.customers = customers;
    }

    @Override
    public RecordType<?> type() {
        return CustomerFields.TYPE;
    }

    @Override
    public Table<CustomerRecord> table() {
        return CUSTOMER;
    }

    @Override
    public Condition visibleTo(Viewer viewer) {
        return Customers.visibleTo(viewer, CUSTOMER);
    }

    @Override
    public Condition editableBy(Viewer viewer) {
        return Customers.editableBy(viewer, CUSTOMER);
    }

    @Override
    public List<String> permissions() {
        return List.of(CustomerPermissions.MERGE, CustomerPermissions.EDIT, CustomerPermissions.ARCHIVE);
    }

    @Override
    public boolean mayChoose(String field, Viewer viewer) {
        return !field.equals("owner") || viewer.may(CustomerPermissions.TRANSFER);
    }

    @Override
    public String aboveField() {
        return "parent";
    }

    @Override
    public ChainStore<?> chain() {
        return ChainStore.OF_CUSTOMERS;
    }

    @Override
    public Map<String, List<String>> groups() {
        return Map.of("name", List.of("name", "normalized_name"), "owner", List.of("owner_id", "department_id"));
    }

    @Override
    public Map<String, String> unique() {
        return Map.of("creditCode", "credit_code", "externalId", MergeStore.EXTERNAL_ID);
    }

    @Override
    public List<Obstacle> obstacles(CustomerRecord keep, CustomerRecord gone) {
        return List.of();
    }

    @Override
    public void storeMerged(CustomerRecord row, Viewer viewer) {
        customers.storeMerged(row, viewer);
    }

    @Override
    public void store(CustomerRecord row) {
        customers.store(row);
    }
}
