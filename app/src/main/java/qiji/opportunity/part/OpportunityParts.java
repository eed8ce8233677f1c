package qiji.opportunity.part;

import db.opportunity.tables.records.LineRecord;
import db.product.tables.records.ProductRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.Codes;
import qiji.opportunity.MemberRole;
import qiji.opportunity.telling.OpportunityNotices;
import qiji.platform.CommonProblem;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.process.Stage;

/**
 * What belongs to an opportunity: its team, the contacts at the customer, product lines, key actions done. Each verb
 * throws NOT_FOUND for what the viewer may not see, FORBIDDEN, INVALID_FIELDS. [D1 D8]
 */
@Service
public class OpportunityParts {
    private static final int MOST_LINES = 200;
    private static final BigDecimal AMOUNT_LIMIT = BigDecimal.TEN.pow(13);

    private final OpportunityHold hold;
    private final PartStore parts;
    private final ContactPlaces contacts;
    private final RecordAccess access;
    private final Codes codes;
    private final OpportunityNotices notices;
    private final Writing writing;

    OpportunityParts(
            OpportunityHold hold,
            PartStore parts,
            ContactPlaces contacts,
            RecordAccess access,
            Codes codes,
            OpportunityNotices notices,
            Writing writing) {
        this.hold = hold;
        this.parts = parts;
        this.contacts = contacts;
        this.access = access;
        this.codes = codes;
        this.notices = notices;
        this.writing = writing;
    }

    /** Membership gives sight of the opportunity, so only who commands it forms the team; also of a closed one. */
    @Transactional
    public void saveMember(long id, long userId, MemberRole role, Viewer viewer) {
        writing.by(viewer);
        hold.toCommand(id, viewer);
        if (!parts.isActiveUser(userId)) {
            throw Problem.invalid(List.of(FieldFault.unknown("userId")));
        }
        if (parts.saveMember(id, userId, role)) {
            notices.joined(id, userId, role.words(), viewer);
        }
    }

    /** By a decision that named them, on what the caller has locked: who decides needs no right of their own to form the team. */
    public void name(long id, long userId, MemberRole role, Viewer decider) {
        if (parts.isActiveUser(userId) && parts.saveMember(id, userId, role)) {
            notices.joined(id, userId, role.words(), decider);
        }
    }

    /** Those of them who are there. */
    public Set<Long> activeUsers(List<Long> users) {
        return parts.activeUsers(users);
    }

    public Map<Long, String> userNames(List<Long> users) {
        return parts.userNames(users);
    }

    @Transactional
    public void removeMember(long id, long userId, Viewer viewer) {
        writing.by(viewer);
        hold.toCommand(id, viewer);
        if (!parts.deleteMember(id, userId)) {
            throw Problem.notFound();
        }
    }

    /** The contact must be of the opportunity's customer, unless the caller says that it is knowingly of another. */
    @Transactional
    public void saveContact(long id, long contactId, @Nullable String role, boolean ofOtherCustomer, Viewer viewer) {
        writing.by(viewer);
        OpportunityHold.Whole whole = hold.toWork(id, viewer);
        codes.mustKnow("contact-role", "role", role);
        Long customerId = contacts.customerOf(contactId);
        if (customerId == null || !access.maySee(viewer, new RecordRef("customer", customerId))) {
            throw Problem.invalid(List.of(FieldFault.unknown("contactId")));
        }
        if (!ofOtherCustomer && !customerId.equals(whole.customerId())) {
            throw Problem.invalid(List.of(FieldFault.of(
                    "contactId",
                    "other-customer",
                    Words.of("联系人不属于该商机的客户", "The contact belongs to another customer"))));
        }
        parts.saveContact(id, contactId, role);
    }

    @Transactional
    public void removeContact(long id, long contactId, Viewer viewer) {
        writing.by(viewer);
        hold.toWork(id, viewer);
        if (!parts.deleteContact(id, contactId)) {
            throw Problem.notFound();
        }
    }

    /** Changes whenever the list of lines does; tells nothing else of it. */
    String lineVersion(long id) {
        return parts.lineVersion(id);
    }

    /** The whole list, in its order. Throws STALE_VERSION where it is no longer the one of {@code version}. */
    @Transactional
    public void replaceLines(long id, @Nullable String version, List<LineDraft> drafts, Viewer viewer) {
        writing.by(viewer);
        hold.toWork(id, viewer);
        String current = parts.lineVersion(id);
        if (version != null && !version.equals(current)) {
            throw new Problem(CommonProblem.STALE_VERSION).with("current", current);
        }
        if (drafts.size() > MOST_LINES) {
            throw Problem.invalid(
                    List.of(FieldFault.of("lines", "too-many", Words.of("最多 200 行", "At most 200 lines"))));
        }
        List<LineRecord> before = parts.lines(id);
        Map<Long, ProductRecord> products =
                parts.products(drafts.stream().map(LineDraft::productId).toList());
        Set<Long> kept = before.stream().map(LineRecord::getProductId).collect(Collectors.toSet());
        List<FieldFault> faults = new ArrayList<>();
        List<LineRecord> after = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            ProductRecord product = products.get(drafts.get(i).productId());
            if (product == null || product.getArchivedAt() != null && !kept.contains(product.getId())) {
                faults.add(FieldFault.unknown("[" + i + "].productId"));
            } else {
                after.add(line(drafts.get(i), product, "[" + i + "].", faults));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        parts.replaceLines(id, before, after);
    }

    private static LineRecord line(LineDraft draft, ProductRecord product, String at, List<FieldFault> faults) {
        BigDecimal price = draft.price() == null ? product.getListPrice() : draft.price();
        LineRecord line = new LineRecord();
        if (price == null) {
            faults.add(FieldFault.required(at + "price"));
            return line;
        }
        if (LineDraft.amount(draft.quantity(), price, draft.discount()).compareTo(AMOUNT_LIMIT) >= 0) {
            faults.add(FieldFault.of(at + "quantity", "out-of-range", Words.of("金额过大", "The amount is too large")));
        }
        line.setProductId(draft.productId());
        line.setQuantity(draft.quantity());
        line.setPrice(price);
        line.setDiscountPercent(draft.discount());
        line.setNote(draft.note());
        return line;
    }

    /** One by one, so that two who tick at once take nothing from each other. */
    @Transactional
    public void tickKeyAction(long id, long stageId, int place, boolean done, Viewer viewer) {
        writing.by(viewer);
        Stage stage = hold.toWork(id, viewer)
                .process()
                .findStage(stageId)
                .orElseThrow(() -> Problem.invalid(List.of(FieldFault.unknown("stageId"))));
        List<String> actions = stage.guidance().actionKeys();
        if (place < 0 || place >= actions.size()) {
            throw Problem.invalid(List.of(FieldFault.unknown("place")));
        }
        String action = actions.get(place);
        if (parts.doneActions(id, stageId).contains(action) != done) {
            parts.setDone(id, stageId, action, done);
        }
    }
}
