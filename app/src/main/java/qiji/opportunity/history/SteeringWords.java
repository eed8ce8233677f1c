package qiji.opportunity.history;

import static db.opportunity.Tables.ASSESSMENT_VERSION;
import static db.opportunity.Tables.PLAN_ITEM_VERSION;
import static db.opportunity.Tables.PLAN_RESOURCE_VERSION;
import static db.opportunity.Tables.PLAN_VERSION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.assessment.AssessmentState;
import qiji.opportunity.schedule.ItemKind;
import qiji.opportunity.score.ScoreFields;
import qiji.opportunity.score.Screening;
import qiji.platform.Words;

/** How it was assessed and what is planned, in one line each. [D6 D7] */
final class SteeringWords {
    /** How the part is called that a role may hide. */

    /** No field of the opportunity: a step of an assessment, told to who may read the score. */
    private static final String ASSESSMENT = "assessment";

    private static final Map<AssessmentState, Words> STATES = Map.of(
            AssessmentState.DRAFT, Words.of("评估中", "being rated"),
            AssessmentState.SUBMITTED, Words.of("已送审", "sent"),
            AssessmentState.RETURNED, Words.of("已退回", "returned"),
            AssessmentState.REJECTED, Words.of("未同意", "rejected"),
            AssessmentState.APPROVED, Words.of("已同意", "approved"));

    /** The texts of a plan, by what each is called. */
    private static final Map<Field<String>, Words> TEXTS = Map.of(
            PLAN_VERSION.POSITIONING, Words.of("计划 · 定位", "Plan · positioning"),
            PLAN_VERSION.CHANNEL, Words.of("计划 · 渠道", "Plan · channel"),
            PLAN_VERSION.PRICE, Words.of("计划 · 价格", "Plan · price"));

    private final FieldLabels labels;
    private final Viewer viewer;
    private final Function<Long, String> users;

    SteeringWords(FieldLabels labels, Viewer viewer, Function<Long, String> users) {
        this.labels = labels;
        this.viewer = viewer;
        this.users = users;
    }

    /** Null for a step that is about something else; nothing for who may not read it. */
    @Nullable
    List<HistoryRow.Change> of(Difference step) {
        if (step.isOf(ASSESSMENT_VERSION)) {
            return labels.mayRead(ScoreFields.SCORE, viewer)
                    ? change(step, ASSESSMENT, Words.of("评估", "Assessment"), this::assessment)
                    : List.of();
        }
        if (step.isOf(PLAN_ITEM_VERSION)) {
            return change(step, FieldLabels.PLAN, Words.of("计划项", "Plan item"), this::item);
        }
        if (step.isOf(PLAN_RESOURCE_VERSION)) {
            return change(step, FieldLabels.PLAN, Words.of("计划 · 资源", "Plan · resource"), SteeringWords::resource);
        }
        return step.isOf(PLAN_VERSION) ? plan(step) : null;
    }

    private List<HistoryRow.Change> change(Difference step, String field, Words label, Function<Record, String> words) {
        if (!labels.mayRead(field, viewer)) {
            return List.of();
        }
        String before = step.before() == null ? null : words.apply(step.before());
        String after = step.after() == null ? null : words.apply(step.after());
        return Objects.equals(before, after)
                ? List.of()
                : List.of(new HistoryRow.Change(field, label.here(), before, after));
    }

    private String assessment(Record version) {
        AssessmentState state =
                AssessmentState.valueOf(Objects.requireNonNull(text(version, ASSESSMENT_VERSION.STATE)));
        BigDecimal score = version.get(ASSESSMENT_VERSION.SCORE.getName(), BigDecimal.class);
        String direction =
                labels.mayRead(ScoreFields.SCREENING, viewer) ? text(version, ASSESSMENT_VERSION.DIRECTION) : null;
        return joined(
                Words.of("第 %s 次", "No. %s")
                        .with(version.get(ASSESSMENT_VERSION.NUMBER.getName(), Integer.class))
                        .here(),
                Objects.requireNonNull(STATES.get(state)).here(),
                score == null
                        ? null
                        : Words.of("%s 分", "score %s")
                                .with(score.stripTrailingZeros().toPlainString())
                                .here(),
                direction == null ? null : Screening.valueOf(direction).words().here());
    }

    private String item(Record version) {
        boolean milestone = ItemKind.MILESTONE.name().equals(text(version, PLAN_ITEM_VERSION.KIND));
        LocalDate from = day(version, PLAN_ITEM_VERSION.STARTS_ON);
        LocalDate to = day(version, PLAN_ITEM_VERSION.ENDS_ON);
        LocalDate done = day(version, PLAN_ITEM_VERSION.DONE_ON);
        Long assignee = version.get(PLAN_ITEM_VERSION.ASSIGNEE_ID.getName(), Long.class);
        return joined(
                milestone ? Words.of("里程碑", "Milestone").here() : null,
                text(version, PLAN_ITEM_VERSION.TITLE),
                Objects.equals(from, to) ? String.valueOf(from) : "%s – %s".formatted(from, to),
                assignee == null ? null : users.apply(assignee),
                done == null
                        ? null
                        : Words.of("%s 完成", "done %s").with(done.toString()).here());
    }

    private static String resource(Record version) {
        BigDecimal quantity = version.get(PLAN_RESOURCE_VERSION.QUANTITY.getName(), BigDecimal.class);
        String unit = text(version, PLAN_RESOURCE_VERSION.UNIT);
        LocalDate needed = day(version, PLAN_RESOURCE_VERSION.NEEDED_ON);
        String amount = quantity == null
                ? unit
                : quantity.stripTrailingZeros().toPlainString() + (unit == null ? "" : " " + unit);
        return joined(text(version, PLAN_RESOURCE_VERSION.NAME), amount, needed == null ? null : needed.toString());
    }

    private List<HistoryRow.Change> plan(Difference step) {
        if (!labels.mayRead(FieldLabels.PLAN, viewer)) {
            return List.of();
        }
        List<HistoryRow.Change> changes = new ArrayList<>();
        for (Field<String> column : List.of(PLAN_VERSION.POSITIONING, PLAN_VERSION.CHANNEL, PLAN_VERSION.PRICE)) {
            String before = (String) step.before(column);
            String after = (String) step.after(column);
            if (!Objects.equals(before, after)) {
                changes.add(new HistoryRow.Change(
                        FieldLabels.PLAN,
                        Objects.requireNonNull(TEXTS.get(column)).here(),
                        before,
                        after));
            }
        }
        if (step.after(PLAN_VERSION.BASELINE_AT) != null
                && !Objects.equals(step.before(PLAN_VERSION.BASELINE_AT), step.after(PLAN_VERSION.BASELINE_AT))) {
            changes.add(new HistoryRow.Change(
                    FieldLabels.PLAN,
                    Words.of("计划 · 基线", "Plan · baseline").here(),
                    null,
                    Words.of("以当前日期为基线", "The days planned now").here()));
        }
        return changes;
    }

    private static @Nullable String text(Record version, Field<String> column) {
        return version.get(column.getName(), String.class);
    }

    private static @Nullable LocalDate day(Record version, Field<LocalDate> column) {
        return version.get(column.getName(), LocalDate.class);
    }

    private static String joined(@Nullable String... parts) {
        return String.join(
                " · ",
                Stream.of(parts).filter(part -> part != null && !part.isEmpty()).toList());
    }
}
