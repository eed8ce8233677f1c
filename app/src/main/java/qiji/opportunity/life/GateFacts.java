package qiji.opportunity.life;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiji.process.RecentActivity;
import qiji.process.SalesProcess;
import qiji.process.Stage;

/**
 * What gates are judged on besides validity: the names of the fields that hold a value, the key actions done in each
 * stage, the names of the files attached, and what only some gates ask for.
 */
public record GateFacts(
        Set<String> filledFields, Map<Long, Set<String>> doneActions, List<String> fileNames, Further further) {
    /** Closing fills it, so a gate may ask for it of the final stage only. */
    public static final String CLOSED_ON = "closedOn";

    /**
     * What few gates ask for: the stages whose verification mark is proven, how many days ago each kind of follow-up was
     * done last, the stages that others approved of, the score of the last assessment, whether grade and assessment are confirmed, and what this
     * opportunity may do without.
     */
    public record Further(
            Set<Long> provenStages,
            Map<String, Long> daysSince,
            Set<Long> approvedStages,
            @Nullable BigDecimal score,
            boolean confirmed,
            Set<UnmetGate> waived) {
        public static final Further NONE = new Further(Set.of(), Map.of(), Set.of(), null, false, Set.of());

        boolean isRecent(RecentActivity asked) {
            return daysSince.entrySet().stream()
                    .filter(one -> asked.kind() == null || asked.kind().equals(one.getKey()))
                    .anyMatch(one -> one.getValue() <= asked.days());
        }
    }

    public GateFacts(Set<String> filledFields, Map<Long, Set<String>> doneActions, List<String> fileNames) {
        this(filledFields, doneActions, fileNames, Further.NONE);
    }

    /** Nothing is asked for that was waived. */
    public GateFacts waiving(Set<UnmetGate> waived) {
        Further with = new Further(
                further.provenStages(),
                further.daysSince(),
                further.approvedStages(),
                further.score(),
                further.confirmed(),
                Set.copyOf(waived));
        return new GateFacts(filledFields, doneActions, fileNames, with);
    }

    /** All that is missing to go from one stage to a later one: every gate between is asked, each thing told once. */
    public List<UnmetGate> unmet(SalesProcess process, Stage from, Stage target, Validity validity) {
        List<UnmetGate> all = process.entered(from, target).stream()
                .flatMap(stage -> unmetOf(process, stage, validity))
                .filter(unmet -> !further.waived().contains(unmet))
                .toList();
        List<UnmetGate> once = new ArrayList<>();
        for (UnmetGate unmet : all) {
            if (unmet.kind() == UnmetGate.Kind.APPROVAL
                    || once.stream()
                            .noneMatch(told ->
                                    told.kind() == unmet.kind() && told.item().equals(unmet.item()))) {
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
        return Stream.of(fields, proofs, actions, documents, furtherOf(process, stage))
                .flatMap(part -> part);
    }

    private Stream<UnmetGate> furtherOf(SalesProcess process, Stage stage) {
        long id = stage.key();
        Stream<UnmetGate> evidence = stage.gate().verificationRequired()
                ? process.before(stage).stream()
                        .filter(before -> !further.provenStages().contains(before.key()))
                        .map(before -> new UnmetGate(id, UnmetGate.Kind.EVIDENCE, Long.toString(before.key())))
                : Stream.empty();
        RecentActivity asked = stage.gate().recentActivity();
        Stream<UnmetGate> activity = asked == null || further.isRecent(asked)
                ? Stream.empty()
                : Stream.of(new UnmetGate(id, UnmetGate.Kind.ACTIVITY, item(asked)));
        Stream<UnmetGate> approval =
                stage.gate().approvalRequired() && !further.approvedStages().contains(id)
                        ? Stream.of(new UnmetGate(id, UnmetGate.Kind.APPROVAL, Long.toString(id)))
                        : Stream.empty();
        BigDecimal least = stage.gate().minimumScore();
        Stream<UnmetGate> score = least == null || reaches(least)
                ? Stream.empty()
                : Stream.of(new UnmetGate(id, UnmetGate.Kind.SCORE, least.toPlainString()));
        Stream<UnmetGate> confirmation = stage.gate().confirmationRequired() && !further.confirmed()
                ? Stream.of(new UnmetGate(id, UnmetGate.Kind.CONFIRMATION, "confirmed"))
                : Stream.empty();
        return Stream.of(evidence, activity, score, confirmation, approval).flatMap(part -> part);
    }

    private boolean reaches(BigDecimal least) {
        BigDecimal score = further.score();
        return score != null && score.compareTo(least) >= 0;
    }

    /** Its days, and its kind if it is to be of one. */
    private static String item(RecentActivity asked) {
        @Nullable String kind = asked.kind();
        return kind == null ? Integer.toString(asked.days()) : asked.days() + " " + kind;
    }

    private static Stream<String> missing(Validity validity) {
        return Map.of("need", validity.need(), "kp", validity.kp(), "budget", validity.budget()).entrySet().stream()
                .filter(proof -> !proof.getValue().known())
                .map(Map.Entry::getKey)
                .sorted();
    }

    private Stream<String> undone(SalesProcess process, Stage stage) {
        return process.before(stage).stream()
                .flatMap(before -> before.guidance().actionKeys().stream()
                        .filter(action -> !doneActions
                                .getOrDefault(before.key(), Set.of())
                                .contains(action)));
    }
}
