package qiji.opportunity;

import static db.opportunity.Tables.MEMBER;
import static org.jooq.impl.DSL.select;

import db.opportunity.tables.MemberTable;
import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.records.OpportunityRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Sight;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.approval.ApprovalSight;
import qiji.opportunity.gate.GateKeeper;
import qiji.opportunity.life.AsItWas;
import qiji.opportunity.life.Opportunity;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.telling.OpportunityNotices;
import qiji.organization.sharing.Shares;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.FieldReader;
import qiji.records.FieldValues;
import qiji.records.past.AsOf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with opportunities as records: made, edited, given to others, loaded as they were. Each verb throws
 * NOT_FOUND for what the viewer may not see, FORBIDDEN, INVALID_FIELDS with all faults. [D1]
 */
@Service
public class Opportunities {
    /** How companions, scopes and shares name an opportunity. */
    public static final String TYPE = "opportunity";

    public static final Words TEAM = Words.of("是虚拟团队成员", "Is on the team");
    private static final Words CONFIDENTIAL = Words.of(
            "它是机密商机：要有权限“查看机密商机”，或是负责人本人",
            "It is confidential: takes the permission “See confidential opportunities”, or being its owner");

    private final OpportunityStore store;
    private final NewOpportunity fresh;
    private final FieldReader reader;
    private final GateKeeper gates;
    private final OpportunityNotices notices;
    private final Writing writing;
    private final List<HearsWins> winHearers;
    private final List<HearsEndings> endingHearers;

    Opportunities(
            OpportunityStore store,
            NewOpportunity fresh,
            FieldReader reader,
            GateKeeper gates,
            OpportunityNotices notices,
            Writing writing,
            List<HearsWins> winHearers,
            List<HearsEndings> endingHearers) {
        this.store = store;
        this.fresh = fresh;
        this.reader = reader;
        this.gates = gates;
        this.notices = notices;
        this.writing = writing;
        this.winHearers = winHearers;
        this.endingHearers = endingHearers;
    }

    /** {@link #sight} as a condition. Every query of opportunities, in any module, starts from it. */
    public static Condition visibleTo(Viewer viewer, OpportunityTable o) {
        return sight(viewer, o).condition();
    }

    /**
     * The one rule of who sees which opportunity: their scope, their teams, what was shared with them or waits
     * for their decision. A confidential
     * one is outside of the scope of all but its owner and those with a right to see such ones.
     */
    public static Sight sight(Viewer viewer, OpportunityTable o) {
        Sight inScope = viewer.scopeOf(TYPE).over(o.DEPARTMENT_ID, o.OWNER_ID);
        Sight open = viewer.may(OpportunityPermissions.CONFIDENTIAL)
                ? inScope
                : inScope.only(
                        o.SECRECY.ne(Secrecy.CONFIDENTIAL.name()).or(o.OWNER_ID.eq(viewer.userId())), CONFIDENTIAL);
        return open.or(o.ID, ofTeamsWith(viewer), TEAM)
                .or(o.ID, Shares.with(viewer, TYPE), Shares.WHY)
                .or(o.ID, ApprovalSight.askedAbout(viewer, TYPE), ApprovalSight.WHY);
    }

    private static Select<Record1<Long>> ofTeamsWith(Viewer viewer) {
        MemberTable member = MEMBER.as("member");
        return select(member.OPPORTUNITY_ID)
                .from(AsOf.rows(MEMBER, member.getName()))
                .where(member.USER_ID.eq(viewer.userId()));
    }

    /** In the first stage of its process, of the default one if none is named; the viewer's own unless it says whose. */
    @Transactional
    public long create(JsonNode body, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.CREATE);
        FieldValues values = reader.forCreate(OpportunityFields.TYPE, body, viewer);
        writing.by(viewer);
        OpportunityRecord row = fresh.row(values, viewer);
        List<FieldFault> faults = new ArrayList<>(fresh.complete(row, viewer));
        faults.addAll(Classification.faults(values, row, viewer));
        mustHaveNone(faults);
        long id = store.insert(List.of(row), viewer).getFirst();
        notices.given(id, null, row.getOwnerId(), viewer);
        return id;
    }

    /** Changes what {@code body} names; null clears. Throws STALE_VERSION, OPPORTUNITY_CLOSED. The new version. */
    @Transactional
    public int edit(long id, JsonNode body, Viewer viewer) {
        writing.by(viewer);
        Held held = store.lock(id, viewer);
        held.relation().mustWork();
        FieldValues values = reader.forEdit(OpportunityFields.TYPE, body, viewer);
        held.of(values.version()).alive();
        OpportunityRecord row = held.row();
        Set<String> before = gates.filled(row);
        Long owner = row.getOwnerId();
        Long processId = row.getProcessId();
        values.applyTo(row);
        List<FieldFault> faults = new ArrayList<>(required(held, before));
        if (!Objects.equals(processId, row.getProcessId())) {
            faults.add(FieldFault.of("process", "read-only", Words.of("流程不能更改", "The process cannot be changed")));
        }
        faults.addAll(Classification.faults(values, row, viewer));
        if (values.has("secrecy") && !held.relation().sees(row)) {
            faults.add(
                    FieldFault.of("secrecy", "would-hide", Words.of("设为机密后您将看不到该商机", "You would not see it any more")));
        }
        mustHaveNone(faults);
        if (!Objects.equals(owner, row.getOwnerId())) {
            held.relation().mustCommand(OpportunityPermissions.TRANSFER);
            mustHaveNone(fresh.settle(List.of(row)));
        }
        int version = store.save(row, viewer);
        notices.given(id, owner, row.getOwnerId(), viewer);
        return version;
    }

    /** Gives it to another owner and to that person's department; also a closed one. Throws STALE_VERSION. */
    @Transactional
    public int transfer(long id, long ownerId, @Nullable String reason, @Nullable Integer version, Viewer viewer) {
        writing.by(viewer, reason);
        Held held = store.lock(id, viewer);
        held.relation().mustCommand(OpportunityPermissions.TRANSFER);
        held.of(version);
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid(List.of(FieldFault.required("reason")));
        }
        Long before = held.row().getOwnerId();
        held.row().setOwnerId(ownerId);
        mustHaveNone(fresh.settle(List.of(held.row())).stream()
                .map(fault -> new FieldFault("ownerId", fault.code(), fault.message()))
                .toList());
        notices.given(id, before, ownerId, viewer);
        return store.save(held.row(), viewer);
    }

    /**
     * From a file, with stage, status and business dates as they were: marked as imported, no gate is asked. Their ids, in
     * the order of {@code bodies}; none is loaded if one is refused. [X3]
     */
    @Transactional
    public List<Long> load(List<? extends JsonNode> bodies, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.IMPORT);
        writing.by(viewer);
        List<OpportunityRecord> rows = new ArrayList<>();
        List<FieldFault> faults = new ArrayList<>();
        for (JsonNode body : bodies) {
            FieldValues values = reader.forLoad(OpportunityFields.TYPE, body, viewer, true);
            OpportunityRecord row = fresh.row(values, viewer);
            row.setImported(true);
            faults.addAll(fresh.live(row, values));
            faults.addAll(Classification.faults(values, row, viewer));
            rows.add(row);
        }
        faults.addAll(fresh.settle(rows));
        mustHaveNone(faults);
        return store.insert(rows, viewer);
    }

    /** What {@link #load} says against stage, status and dates of a new one, whatever else it has. */
    @Transactional(readOnly = true)
    public List<FieldFault> judgeLife(ObjectNode body, Viewer viewer) {
        ObjectNode life = body.deepCopy().retain(AsItWas.FIELDS);
        FieldValues values = reader.forLoad(OpportunityFields.TYPE, life, viewer, false);
        return fresh.live(fresh.row(values, viewer), values);
    }

    /** The same over one that is there already: what the file says changes, gates not asked. The new version. */
    @Transactional
    public int reload(long id, JsonNode body, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.IMPORT);
        writing.by(viewer);
        Held held = store.lock(id, viewer);
        held.relation().mustWork();
        FieldValues values = reader.forLoad(OpportunityFields.TYPE, body, viewer, false);
        OpportunityRecord row = held.row();
        values.applyTo(row);
        row.setImported(true);
        List<FieldFault> faults = new ArrayList<>(values.has("owner") ? fresh.settle(List.of(row)) : List.of());
        boolean moves = values.has("process")
                || values.has("stage")
                || values.has("status")
                || values.has("closedOn")
                || values.has("wonAmount");
        faults.addAll(Classification.faults(values, row, viewer));
        if (moves) {
            faults.addAll(fresh.live(row, values));
        }
        mustHaveNone(faults);
        OpportunityStatus status = OpportunityStatus.valueOf(row.getStatus());
        if (moves && status.isClosed()) {
            endingHearers.forEach(it -> it.ended(id, status.words(), viewer));
        }
        if (moves && row.getStageId() != held.opportunity().stage().key()) {
            store.visit(id, null, row.getStageId(), row.getStageEnteredAt(), viewer.userId(), null);
        }
        return store.save(row, viewer);
    }

    /** Takes back a load: the row goes, its history stays. Throws OPPORTUNITY_IN_USE if people worked on it since. */
    @Transactional
    public void unload(long id, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.IMPORT);
        writing.by(viewer);
        Held held = store.lock(id, viewer);
        held.relation().mustWork();
        if (!held.row().getImported()
                || store.isInUse(id)
                || winHearers.stream().anyMatch(it -> it.standsOn(id))) {
            throw new Problem(OpportunityProblem.OPPORTUNITY_IN_USE);
        }
        store.delete(id, viewer);
    }

    /** What the stages passed so far asked for cannot be emptied again. */
    private List<FieldFault> required(Held held, Set<String> before) {
        Set<String> after = gates.filled(held.row());
        Opportunity opportunity = held.opportunity();
        return opportunity.process().stages().stream()
                .filter(stage -> stage.position() <= opportunity.stage().position())
                .flatMap(stage -> stage.gate().requiredFields().stream())
                .distinct()
                .filter(field -> before.contains(field) && !after.contains(field))
                .map(field ->
                        FieldFault.of(field, "required-in-stage", Words.of("当前阶段要求此项，不能清空", "The stage asks for it")))
                .toList();
    }

    private static void mustHaveNone(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
