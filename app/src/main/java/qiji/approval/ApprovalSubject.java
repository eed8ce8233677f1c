package qiji.approval;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.platform.Words;

/**
 * One kind of thing that is decided by approval: a bean of the module that owns what is decided. That module asks for the
 * decision in a verb of its own, by {@link Approvals#send}, and hears how it ended. [D9]
 */
public interface ApprovalSubject {
    /** Unique, e.g. {@code abandonment}. */
    String kind();

    /** What is asked for, e.g. “放弃商机”. */
    Words words();

    /**
     * What is to be decided, as it is now; asked at sending.
     * Throws NOT_FOUND for what the viewer may not see.
     */
    Matter matter(long subjectId, Viewer viewer);

    /** The same as it is by now, for who reads the request beside what was asked then. */
    default Matter now(long subjectId, Viewer viewer) {
        return matter(subjectId, viewer);
    }

    /**
     * The same before it is sent, to tell who would decide; {@code id} is that of the record where the subject is made by sending.
     */
    default Matter planned(long id, Viewer viewer) {
        return matter(id, viewer);
    }

    /**
     * Who decides while no rule says otherwise: the flows that ship, by grade and amount. The roles above decide what is the
     * director's own.
     */
    default List<ApprovalPlan.Flow> shipped() {
        return List.of(ApprovalPlan.Flow.of(
                kind(), ApprovalPlan.Level.role("CENTER_DIRECTOR", Mode.ANY, 3, "DEPUTY_GM", "GENERAL_MANAGER")));
    }

    /** Who decides where no flow of the plan fits: by a rule of its own. None where it has none. */
    default List<ApprovalPlan.Level> levels(Matter matter) {
        return List.of();
    }

    /** The grades that {@link Matter#grade} tells, from light to heavy, for plans that differ by them; by code. */
    default Map<String, Words> grades() {
        return Map.of();
    }

    /** The field that the sender's note becomes: who may not read that one does not read the note either. */
    default Optional<String> noteField() {
        return Optional.empty();
    }

    /**
     * Whether the viewer may read grade and amount, by which plans choose who decides. Who may not is not told by whom it is
     * decided where the plan goes by them.
     */
    default boolean mayReadChain(Viewer viewer) {
        return true;
    }

    /**
     * In whose name it is asked, where another than who writes sent it: what was sent once and is asked anew stays theirs. They
     * never decide it, nor does who writes.
     */
    default Optional<Long> sender(long subjectId) {
        return Optional.empty();
    }

    /** What {@link Approvals#cancel} is given as a reason: kept in who wrote's language, told in the reader's. */
    default List<Words> reasons() {
        return List.of();
    }

    /** What entries of the snapshot are called that are no fields of the record. */
    default Map<String, Words> labels() {
        return Map.of();
    }

    /**
     * Locks the record until the transaction ends. Whatever decides, withdraws or changes locks the record first and the
     * request after it, so that nobody waits in a circle.
     */
    void lock(long subjectId);

    /**
     * In the transaction of the last decision, which has locked the record and said who writes. An exception refuses the
     * decision. The decider needs no right of their own over the record: being asked is one.
     */
    void decided(long subjectId, Decision decision, Viewer decider);

    /**
     * @param about the record that approvers are shown
     * @param title what people call it; shown only to those who see the record
     * @param amount yuan
     * @param departmentId from which on upwards those who decide are looked for
     * @param ownerId besides the sender the one who never decides
     * @param snapshot by the names of the fields of the record's type, or {@code object.field} for what stands beside it:
     *     values as the API writes them. Kept complete, read through field permission
     */
    record Matter(
            RecordRef about,
            String title,
            @Nullable BigDecimal amount,
            @Nullable String grade,
            @Nullable Long departmentId,
            long ownerId,
            Map<String, @Nullable Object> snapshot) {}

    /** How it ended: {@code comment} is what the decider said, {@code note} what the sender had asked with. */
    record Decision(
            long requestId,
            Outcome outcome,
            @Nullable String comment,
            @Nullable String note,
            long askedBy) {}

    /** RETURNED asks to mend it and send it anew; REJECTED says no; WITHDRAWN was by the sender, or by what overtook it. */
    enum Outcome {
        APPROVED,
        REJECTED,
        RETURNED,
        WITHDRAWN
    }
}
