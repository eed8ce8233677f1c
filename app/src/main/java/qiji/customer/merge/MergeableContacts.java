package qiji.customer.merge;

import static db.customer.Tables.CONTACT;

import db.customer.tables.records.ContactRecord;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.customer.ChainStore;
import qiji.customer.Contacts;
import qiji.customer.CustomerPermissions;
import qiji.records.RecordType;
import qiji.records.RecordTypes;

/** Contacts that become one: people at one customer. Numbers and addresses go over as they lie, sealed. [B7] */
@Component
class MergeableContacts implements Mergeable<ContactRecord> {
    private final Contacts contacts;
    private final RecordTypes types;

    MergeableContacts(Contacts contacts, RecordTypes types) {
        this.contacts = contacts;
        this.types = types;
    }

    @Override
    public RecordType<?> type() {
        return types.get(Contacts.TYPE);
    }

    @Override
    public Table<ContactRecord> table() {
        return CONTACT;
    }

    @Override
    public Condition visibleTo(Viewer viewer) {
        return Contacts.visibleTo(viewer, CONTACT);
    }

    @Override
    public Condition editableBy(Viewer viewer) {
        return Contacts.editableBy(viewer, CONTACT);
    }

    @Override
    public List<String> permissions() {
        return List.of(
                CustomerPermissions.CONTACT_MERGE,
                CustomerPermissions.CONTACT_EDIT,
                CustomerPermissions.CONTACT_ARCHIVE);
    }

    @Override
    public boolean mayChoose(String field, Viewer viewer) {
        return true;
    }

    @Override
    public String aboveField() {
        return "reportsTo";
    }

    @Override
    public ChainStore<?> chain() {
        return ChainStore.OF_CONTACTS;
    }

    @Override
    public Map<String, List<String>> groups() {
        return Map.of(
                "phone", List.of("phone_hash", "phone_cipher", "phone_end_hash"),
                "email", List.of("email_hash", "email_cipher"));
    }

    @Override
    public Map<String, String> unique() {
        return Map.of("externalId", MergeStore.EXTERNAL_ID);
    }

    @Override
    public List<Obstacle> obstacles(ContactRecord keep, ContactRecord gone) {
        return keep.getCustomerId().equals(gone.getCustomerId())
                ? List.of()
                : List.of(Obstacle.of(
                        "other-customer",
                        "两位联系人不属于同一客户，请先合并客户或改其所属客户",
                        "They are at different customers: merge those first, or change the customer of one"));
    }

    @Override
    public void storeMerged(ContactRecord row, Viewer viewer) {
        contacts.storeMerged(row, viewer);
    }

    @Override
    public void store(ContactRecord row) {
        contacts.store(row);
    }
}
