package qiji.approval;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who decides what: flows in order, the first that fits counts. Data, edited in settings. [D9 X7] */
public record ApprovalPlan(List<Flow> flows) {
    @SuppressWarnings("ConstantValue") // written by people as JSON, who may leave it out
    public ApprovalPlan {
        flows = flows == null ? List.of() : List.copyOf(flows);
    }

    /**
     * For one kind of subject; of any grade if none is named, from an amount on and below another, in yuan. A subject without
     * an amount counts as 0.
     */
    public record Flow(
            String kind,
            List<String> grades,
            @Nullable BigDecimal from,
            @Nullable BigDecimal below,
            List<Level> levels) {
        @SuppressWarnings("ConstantValue") // written by people as JSON, who may leave it out
        public Flow {
            grades = grades == null ? List.of() : List.copyOf(grades);
            levels = levels == null ? List.of() : List.copyOf(levels);
        }

        public static Flow of(String kind, Level... levels) {
            return new Flow(kind, List.of(), null, null, List.of(levels));
        }

        /** Only for this grade. */
        public Flow grade(String grade) {
            return new Flow(kind, List.of(grade), from, below, levels);
        }

        /** Not for those of any grade and amount. */
        boolean isForSome() {
            return !grades.isEmpty() || from != null || below != null;
        }

        private boolean fits(String wanted, @Nullable String grade, @Nullable BigDecimal amount) {
            BigDecimal worth = amount == null ? BigDecimal.ZERO : amount;
            return kind.equals(wanted)
                    && (grades.isEmpty() || grade != null && grades.contains(grade))
                    && (from == null || worth.compareTo(from) >= 0)
                    && (below == null || worth.compareTo(below) < 0);
        }
    }

    /**
     * One level: those with the {@code role} in the nearest department upwards, the leader of the department {@code up} floors
     * above, or the owner's manager. Where only the sender and the owner hold the role, those of {@code above} are asked
     * instead, in order. {@code days} to decide, null for no limit.
     */
    public record Level(
            By by,
            @Nullable String role,
            List<String> above,
            int up,
            Mode mode,
            @Nullable Integer days) {
        @SuppressWarnings("ConstantValue")
        public Level {
            above = above == null ? List.of() : List.copyOf(above);
            mode = mode == null ? Mode.ANY : mode;
        }

        public static Level role(String role, Mode mode, int days, String... above) {
            return new Level(By.ROLE, role, List.of(above), 0, mode, days);
        }

        public static Level leader(int up, int days) {
            return new Level(By.LEADER, null, List.of(), up, Mode.ANY, days);
        }

        public static Level manager(int days) {
            return new Level(By.MANAGER, null, List.of(), 0, Mode.ANY, days);
        }

        /** The same of another role. */
        Level by(String otherRole) {
            return new Level(by, otherRole, List.of(), up, mode, days);
        }
    }

    /** By what the people of a level are found. */
    public enum By {
        ROLE,
        LEADER,
        MANAGER
    }

    boolean speaksOf(String kind) {
        return flows.stream().anyMatch(flow -> flow.kind().equals(kind));
    }

    Optional<Flow> flow(String kind, ApprovalSubject.Matter matter) {
        return flows.stream()
                .filter(flow -> flow.fits(kind, matter.grade(), matter.amount()))
                .findFirst();
    }
}
