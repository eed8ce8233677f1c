package qiji.opportunity.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import qiji.process.SalesProcess;
import qiji.process.Stage;

/**
 * What gates are judged on besides validity: the names of the fields that hold a value, the key actions done in each
 * stage, the names of the files attached.
 */
public record GateFacts(Set<String> filledFields, Map<Long, Set<String>> doneActions, List<String> fileNames) {
    /** Closing fills it, so a gate may ask for it of the final stage only. */
    public static final String CLOSED_ON = "closedOn";

    /** All that is missing to go from one stage to a later one: every gate between is asked, each thing told once. */
    public List<UnmetGate> unmet(SalesProcess process, Stage from, Stage target, Validity validity) {
        List<UnmetGate> all = process.entered(from, target).stream()
                .flatMap(stage -> unmetOf(process, stage, validity))
                .toList();
        List<UnmetGate> once = new ArrayList<>();
        for (UnmetGate unmet : all) {
            if (once.stream()
                    .noneMatch(
                            told -> told.kind() == unmet.kind() && told.item().equals(unmet.item()))) {
                once.add(unmet);
            }
        }
        return List.copyOf(once);
    }

    private Stream<UnmetGate> unmetOf(SalesProcess process, Stage stage, Validity validity) {
        long id = stage.key();
        Stream<UnmetGate> fields = stage.gate().requiredFields().stream()
                .filter(field -> !filledFields.contains(field) && !(stage.isFinal() && field.equals(CLOSED_ON)))
                .map(field -> new UnmetGate(id, UnmetGate.Kind.FIELD, field));
        Stream<UnmetGate> proofs = stage.gate().validityRequired() && !validity.passesGates()
                ? missing(validity).map(proof -> new UnmetGate(id, UnmetGate.Kind.VALIDITY, proof))
                : Stream.empty();
        Stream<UnmetGate> actions = stage.gate().keyActionsRequired()
                ? undone(process, stage).map(action -> new UnmetGate(id, UnmetGate.Kind.KEY_ACTION, action))
                : Stream.empty();
        Stream<UnmetGate> documents = stage.gate().documentsRequired().stream()
                .filter(document -> fileNames.stream().noneMatch(name -> name.contains(document)))
                .map(document -> new UnmetGate(id, UnmetGate.Kind.DOCUMENT, document));
        return Stream.of(fields, proofs, actions, documents).flatMap(part -> part);
    }

    private static Stream<String> missing(Validity validity) {
        return Map.of("need", validity.need(), "kp", validity.kp(), "budget", validity.budget()).entrySet().stream()
                .filter(proof -> !proof.getValue().known())
                .map(Map.Entry::getKey)
                .sorted();
    }

    private Stream<String> undone(SalesProcess process, Stage stage) {
        return process.before(stage).stream()
                .flatMap(before -> before.guidance().keyActions().stream()
                        .filter(action -> !doneActions
                                .getOrDefault(before.key(), Set.of())
                                .contains(action)));
    }
}
