package qiji.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All kinds of rules that any module goes by, and their bodies as JSON. */
@Component
class RuleKinds {
    private static final String BODY = "body";

    private final ObjectProvider<RuleKind<?>> kinds;
    private final ObjectProvider<RuleTrial<?>> trials;
    private final ObjectProvider<DraftTrial<?>> draftTrials;
    private final JsonMapper json;

    RuleKinds(
            ObjectProvider<RuleKind<?>> kinds,
            ObjectProvider<RuleTrial<?>> trials,
            ObjectProvider<DraftTrial<?>> draftTrials,
            JsonMapper json) {
        this.kinds = kinds;
        this.trials = trials;
        this.draftTrials = draftTrials;
        this.json = json;
    }

    List<RuleKind<?>> all() {
        return kinds.stream().sorted(Comparator.comparing(RuleKind::code)).toList();
    }

    /** Throws NOT_FOUND. */
    RuleKind<?> get(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    Optional<RuleTrial<?>> trialOf(String code) {
        return trials.stream()
                .filter(trial -> trial.kind().code().equals(code))
                .findFirst()
                .map(trial -> (RuleTrial<?>) trial);
    }

    Optional<DraftTrial<?>> draftTrialOf(String code) {
        return draftTrials.stream()
                .filter(trial -> trial.code().equals(code))
                .findFirst()
                .map(trial -> (DraftTrial<?>) trial);
    }

    /** A draft as its trial keeps it. */
    String written(Object draft) {
        return json.writeValueAsString(draft);
    }

    <B> B read(DraftTrial<B> trial, String body) {
        return json.readValue(body, trial.bodyType());
    }

    /** The body as it is kept; null to give way to what holds above. Throws INVALID_FIELDS with all faults. */
    <B> @Nullable String sound(RuleKind<B> kind, @Nullable JsonNode body) {
        if (body == null || body.isNull()) {
            return null;
        }
        B read = read(kind, body);
        List<FieldFault> faults = new ArrayList<>();
        kind.faults(read).forEach(it -> faults.add(new FieldFault(BODY + "." + it.field(), it.code(), it.message())));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return json.writeValueAsString(read);
    }

    JsonNode tree(@Nullable String body) {
        return body == null ? json.nullNode() : json.readTree(body);
    }

    JsonNode tree(Object body) {
        return json.valueToTree(body);
    }

    <B> B read(RuleKind<B> kind, JsonNode body) {
        try {
            return json.treeToValue(body, kind.bodyType());
        } catch (JacksonException malformed) {
            StringBuilder path = new StringBuilder(BODY);
            malformed.getPath().stream()
                    .filter(step -> step.getPropertyName() != null)
                    .forEach(step -> path.append('.').append(step.getPropertyName()));
            throw Problem.invalid(List.of(FieldFault.of(
                    path.toString(), "malformed", Words.of("内容的格式不对", "It does not have the right form"))));
        }
    }
}
