package qiji.process;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** What people call a key action of one of its stages, by what it is known by. */
    public Words keyAction(String key) {
        return stages.stream()
                .flatMap(stage -> stage.keyAction(key).stream())
                .findFirst()
                .orElse(Words.of(key, key));
    }

    /** As one of its editions has it. */
    SalesProcess under(List<Controls> edition) {
        Map<Long, Controls> controls = edition.stream().collect(Collectors.toMap(Controls::stage, Function.identity()));
        return with(stages.stream()
                .map(stage -> {
                    Controls said = controls.get(stage.key());
                    return said == null ? stage.outside() : stage.under(said);
                })
                .toList());
    }

    SalesProcess with(List<Stage> others) {
        return new SalesProcess(id, code, name, description, english, isDefault, archived, version, others);
    }

    /** What it asks and tells, stage by stage. */
    List<Controls> controls() {
        return stages.stream().map(Controls::of).toList();
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
