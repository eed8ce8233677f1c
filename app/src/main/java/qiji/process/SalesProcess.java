package qiji.process;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/** A way to sell (销售流程): stages in their order, of which the last wins. {@code id} is null only before it is saved. */
public record SalesProcess(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Long id,

        String code,
        String name,
        String description,
        ProcessEnglish english,
        @JsonProperty("isDefault") boolean isDefault,
        boolean archived,
        int version,
        List<Stage> stages) {

    /** Throws IllegalStateException for a process not saved yet. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("process " + code + " is not saved yet");
        }
        return id;
    }

    SalesProcess archivedCopy() {
        return new SalesProcess(id, code, name, description, english, isDefault, true, version, stages);
    }

    public Optional<Stage> findStage(long stageId) {
        return stages.stream().filter(stage -> stage.key() == stageId).findFirst();
    }

    /** What people call a key action of one of its stages. */
    public Words keyAction(String given) {
        return stages.stream()
                .flatMap(stage -> stage.inEnglish(given).stream())
                .findFirst()
                .map(english -> Words.of(given, english))
                .orElse(Words.of(given, given));
    }

    /** The stages in use, in order. */
    public List<Stage> path() {
        return stages.stream().filter(stage -> !stage.archived()).toList();
    }

    public Stage first() {
        return path().getFirst();
    }

    public Stage last() {
        return path().getLast();
    }

    /** The stages that a move from one to a later one enters, the target included: each asks for its gate. */
    public List<Stage> entered(Stage from, Stage target) {
        return stages.stream()
                .filter(stage -> stage.position() > from.position() && stage.position() <= target.position())
                .filter(stage -> !stage.archived() || stage.key() == target.key())
                .toList();
    }

    /** The stage in use before {@code stage}; empty for the first. */
    public Optional<Stage> before(Stage stage) {
        return path().stream()
                .filter(other -> other.position() < stage.position())
                .reduce((_, later) -> later);
    }

    /** The stage in use after {@code stage}; empty for the last. */
    public Optional<Stage> after(Stage stage) {
        return path().stream()
                .filter(other -> other.position() > stage.position())
                .findFirst();
    }
}
