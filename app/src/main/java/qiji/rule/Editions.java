package qiji.rule;

import static qiji.rule.EditionState.DRAFT;
import static qiji.rule.EditionState.PUBLISHED;

import db.rule.tables.records.EditionRecord;
import db.rule.tables.records.RuleRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;
import tools.jackson.databind.JsonNode;

/**
 * What can be done with the editions of rules: drafted, published, withdrawn before their day. Each verb throws NOT_FOUND
 * for a kind or edition that is not there, FORBIDDEN for a place out of reach, STALE_VERSION if the rule or one of its
 * editions was changed since; it answers the rule's version now.
 */
@Service
public class Editions {
    private static final int LONGEST_REASON = 1000;

    private final RuleKinds kinds;
    private final EditionStore store;
    private final Rules rules;
    private final Writing writing;
    private final Clock clock;

    Editions(RuleKinds kinds, EditionStore store, Rules rules, Writing writing, Clock clock) {
        this.kinds = kinds;
        this.store = store;
        this.rules = rules;
        this.writing = writing;
        this.clock = clock;
    }

    /** A new draft's id, and the rule's version. */
    record Drafted(long id, int version) {}

    /** {@code body} null to follow the department above again, or what was shipped. Throws INVALID_FIELDS with all faults. */
    @Transactional
    Drafted draft(String kind, @Nullable Long departmentId, int version, @Nullable JsonNode body, Viewer viewer) {
        mustEdit(departmentId, viewer);
        String sound = kinds.sound(kinds.get(kind), body);
        if (departmentId != null && store.departmentName(departmentId).isEmpty()) {
            throw Problem.notFound();
        }
        writing.by(viewer);
        RuleRecord rule = store.lock(kind, departmentId);
        mustBe(version, rule);
        long id = store.insert(rule.getId(), sound, viewer.userId(), clock.instant());
        return new Drafted(id, store.raise(rule));
    }

    /** Throws INVALID_FIELDS with all faults, NOT_A_DRAFT. */
    @Transactional
    int edit(String kind, long id, int version, @Nullable JsonNode body, Viewer viewer) {
        RuleRecord rule = locked(kind, id, version, viewer);
        EditionRecord draft = mustBeDraft(id);
        String sound = kinds.sound(kinds.get(kind), body);
        draft.setBody(sound == null ? null : JSONB.valueOf(sound));
        draft.update();
        return store.raise(rule);
    }

    /** Throws NOT_A_DRAFT. */
    @Transactional
    int discard(String kind, long id, int version, Viewer viewer) {
        RuleRecord rule = locked(kind, id, version, viewer);
        store.withdraw(mustBeDraft(id), viewer.userId(), clock.instant());
        return store.raise(rule);
    }

    /** From {@code from} on, today at the earliest. Throws INVALID_FIELDS with all faults, NOT_A_DRAFT, RULE_LOCKED. */
    @Transactional
    int publish(String kind, long id, int version, @Nullable LocalDate from, @Nullable String reason, Viewer viewer) {
        RuleRecord rule = locked(kind, id, version, viewer);
        EditionRecord draft = mustBeDraft(id);
        mustBeFree(rule);
        kinds.sound(
                kinds.get(kind),
                draft.getBody() == null ? null : kinds.tree(draft.getBody().data()));
        List<FieldFault> faults = reasonFaults(reason);
        if (from == null) {
            faults.add(FieldFault.required("effectiveFrom"));
        } else if (from.isBefore(today())) {
            faults.add(FieldFault.of(
                    "effectiveFrom", "in-past", Words.of("最早从今天起生效", "It can take effect today at the earliest")));
        } else {
            faults.addAll(Time.far(Map.of("effectiveFrom", from)));
        }
        if (!faults.isEmpty() || from == null || reason == null) {
            throw Problem.invalid(faults);
        }
        int number = store.nextNumber(rule.getId());
        store.publish(draft, number, from, reason.strip(), viewer.userId(), clock.instant());
        rules.forget();
        return store.raise(rule);
    }

    /** One that is still to take effect. Throws ALREADY_IN_FORCE, NOT_COMING, INVALID_FIELDS. */
    @Transactional
    int withdraw(String kind, long id, int version, @Nullable String reason, Viewer viewer) {
        RuleRecord rule = locked(kind, id, version, viewer);
        EditionRecord edition = store.edition(id);
        if (!edition.getState().equals(PUBLISHED.name())) {
            throw new Problem(RuleProblem.NOT_COMING);
        }
        if (!edition.getEffectiveFrom().isAfter(today())) {
            throw new Problem(RuleProblem.ALREADY_IN_FORCE);
        }
        List<FieldFault> faults = reasonFaults(reason);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        writing.by(viewer, reason);
        store.withdraw(edition, viewer.userId(), clock.instant());
        rules.forget();
        return store.raise(rule);
    }

    /** Of headquarters' rule: departments' own give way to it, and hold again once it is unlocked. Throws INVALID_FIELDS. */
    @Transactional
    int lock(String kind, boolean locked, int version, @Nullable String reason, Viewer viewer) {
        mustEdit(null, viewer);
        kinds.get(kind);
        List<FieldFault> faults = reasonFaults(reason);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        writing.by(viewer, reason);
        RuleRecord rule = store.lock(kind, null);
        mustBe(version, rule);
        rule.setLocked(locked);
        rules.forget();
        return store.raise(rule);
    }

    /** Whether the viewer makes rules of that department, or of headquarters. */
    static boolean mayEdit(@Nullable Long departmentId, Viewer viewer) {
        return viewer.may(RulePermissions.EDIT)
                && switch (viewer.scopeOf(RulePermissions.OBJECT)) {
                    case Scope.Everything() -> true;
                    case Scope.Part(var departments, var _) ->
                        departmentId != null && departments.contains(departmentId);
                };
    }

    static void mustEdit(@Nullable Long departmentId, Viewer viewer) {
        if (!mayEdit(departmentId, viewer)) {
            throw Problem.forbidden(RulePermissions.EDIT);
        }
    }

    private RuleRecord locked(String kind, long id, int version, Viewer viewer) {
        viewer.mustBeAllowed(RulePermissions.EDIT);
        writing.by(viewer);
        RuleRecord rule = store.lockOf(kind, id).orElseThrow(Problem::notFound);
        mustEdit(rule.getDepartmentId(), viewer);
        mustBe(version, rule);
        return rule;
    }

    private EditionRecord mustBeDraft(long id) {
        EditionRecord edition = store.edition(id);
        if (!edition.getState().equals(DRAFT.name())) {
            throw new Problem(RuleProblem.NOT_A_DRAFT);
        }
        return edition;
    }

    private void mustBeFree(RuleRecord rule) {
        boolean locked = rule.getDepartmentId() != null
                && store.find(rule.getKind(), null).map(RuleRecord::getLocked).orElse(false);
        if (locked) {
            throw new Problem(RuleProblem.RULE_LOCKED);
        }
    }

    private static void mustBe(int version, RuleRecord rule) {
        if (rule.getVersion() != version) {
            throw Problem.stale(rule.getVersion());
        }
    }

    private static List<FieldFault> reasonFaults(@Nullable String reason) {
        List<FieldFault> faults = new ArrayList<>();
        if (reason == null || reason.isBlank()) {
            faults.add(FieldFault.required("reason"));
        } else if (reason.length() > LONGEST_REASON) {
            faults.add(FieldFault.of(
                    "reason",
                    "too-long",
                    Words.of("最多 %s 个字符", "At most %s characters").with(LONGEST_REASON)));
        }
        return faults;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Time.ZONE));
    }
}
