package qiji.opportunity.assessment;

import static java.util.stream.Collectors.joining;

import db.opportunity.tables.records.AssessmentRecord;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.MemberRole;
import qiji.opportunity.part.OpportunityParts;
import qiji.opportunity.plan.PlanDraft.Resource;
import qiji.opportunity.plan.Plans;
import qiji.platform.FieldFault;
import qiji.platform.Words;
import tools.jackson.databind.json.JsonMapper;

/** Whom an assessment names to follow its opportunity, and with what: they join team and plan once it is approved. [D9 S18] */
@Component
class Naming {
    /** Empty where nobody was named. */
    record Named(
            @NotNull @Size(max = 20) List<@NotNull @Valid Follower> followers,
            @NotNull @Size(max = 20) List<@NotNull @Valid Resource> support) {
        static final Named NOBODY = new Named(List.of(), List.of());
    }

    record Follower(long userId, @NotNull MemberRole role) {}

    private final OpportunityParts parts;
    private final Plans plans;
    private final JsonMapper json;

    Naming(OpportunityParts parts, Plans plans, JsonMapper json) {
        this.parts = parts;
        this.plans = plans;
        this.json = json;
    }

    /** Of people who are not there, or there twice. */
    List<FieldFault> faults(Named named) {
        List<Long> users = named.followers().stream().map(Follower::userId).toList();
        Set<Long> there = parts.activeUsers(users);
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            String field = "named.followers." + i + ".userId";
            if (!there.contains(users.get(i))) {
                faults.add(FieldFault.unknown(field));
            } else if (users.indexOf(users.get(i)) < i) {
                faults.add(FieldFault.of(field, "twice", Words.of("这个人已列出", "Named already")));
            }
        }
        return faults;
    }

    JSONB kept(Named named) {
        return JSONB.valueOf(json.writeValueAsString(named));
    }

    Named of(AssessmentRecord row) {
        JSONB named = row.getNamed();
        return named == null ? Named.NOBODY : json.readValue(named.data(), Named.class);
    }

    List<AssessmentView.Follower> view(AssessmentRecord row, Map<Long, String> names) {
        return of(row).followers().stream()
                .map(it -> new AssessmentView.Follower(
                        new AssessmentView.Person(it.userId(), names.getOrDefault(it.userId(), "")), it.role()))
                .toList();
    }

    /** In both languages, as it is compared with what another reader's would be; null where nobody is named. */
    @Nullable
    String followers(AssessmentRecord row) {
        List<Long> users = of(row).followers().stream().map(Follower::userId).toList();
        return told(view(row, parts.userNames(users)).stream()
                .map(it -> it.person().name() + "（" + it.role().words().zh() + " "
                        + it.role().words().en() + "）")
                .toList());
    }

    @Nullable
    String support(AssessmentRecord row) {
        return told(of(row).support().stream().map(Naming::told).toList());
    }

    private static String told(Resource it) {
        return Stream.of(it.name(), it.quantity() == null ? null : it.quantity().toPlainString(), it.unit())
                .filter(Objects::nonNull)
                .collect(joining(" "));
    }

    private static @Nullable String told(List<String> names) {
        return names.isEmpty() ? null : names.stream().collect(joining("；"));
    }

    /** By who decided; who has left meanwhile is not taken in. */
    void carryOut(AssessmentRecord row, Viewer decider) {
        Named named = of(row);
        long id = row.getOpportunityId();
        named.followers().forEach(follower -> parts.name(id, follower.userId(), follower.role(), decider));
        if (!named.support().isEmpty()) {
            plans.need(id, named.support());
        }
    }
}
