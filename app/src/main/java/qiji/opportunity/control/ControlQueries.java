package qiji.opportunity.control;

import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.EVIDENCE;
import static db.opportunity.Tables.GATE_WAIVER;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.STAGE_ANSWER;
import static db.organization.Tables.APP_USER;
import static org.jooq.Records.mapping;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.detail.OpportunityQueries;
import qiji.opportunity.gate.GateWords;
import qiji.opportunity.life.UnmetGate;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.process.SalesProcess;
import qiji.process.Stage;
import qiji.process.StageFields;
import qiji.process.Stages;

/** A stage of one opportunity with what was answered, proven and waived there. */
@Repository
class ControlQueries {
    /** {@code place} is where its edition asks it, null if it does no more. */
    record Answer(
            String item, @Nullable Integer place, @Nullable String answer) {}

    record Evidence(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long fileId, String name) {}

    /**
     * {@code label} is what the opportunity may do without; {@code withdrawnAt} since when no more, of one that had let a move
     * through, which stays counted.
     */
    record Waiver(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long stageId,
            String stage,
            UnmetGate.Kind kind,
            String label,
            String why,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long waivedBy,
            String waivedByName,
            Instant waivedAt,
            @Nullable Instant withdrawnAt) {}

    /** As the edition has it that the opportunity goes by, in the reader's language. Conversion in per cent. */
    record StageView(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long stageId,
            String goal,
            @Nullable BigDecimal expectedConversion,
            @Nullable Integer plannedDays,
            List<String> participants,
            List<String> keyActions,
            List<String> keyResults,
            List<Answer> workItems,
            List<Answer> questions,
            List<Answer> indicators,
            String verification,
            List<Evidence> evidence) {}

    private final DSLContext jooq;
    private final OpportunityQueries opportunities;
    private final FieldLabels labels;
    private final GateWords words;
    private final Stages stages;

    ControlQueries(
            DSLContext jooq, OpportunityQueries opportunities, FieldLabels labels, GateWords words, Stages stages) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.labels = labels;
        this.words = words;
        this.stages = stages;
    }

    /** Throws NOT_FOUND, also for who may not know its way, or what is done there. */
    StageView stage(long id, long stageId, Viewer viewer) {
        opportunities.mustSee(id, viewer);
        if (!labels.mayReadAll(viewer, "process", "stage", FieldLabels.STAGE_ANSWERS)) {
            throw Problem.notFound();
        }
        Stage stage = process(id).findStage(stageId).orElseThrow(Problem::notFound);
        Map<AnswerKind, Map<String, String>> said = answers(id, stageId);
        return new StageView(
                stageId,
                stage.goal().here(),
                StageFields.tellsConversion(viewer) ? stage.expectedConversion() : null,
                stage.plannedDays(),
                told(stage.guidance().participants(), stage.english().participants()),
                told(stage.guidance().keyActions(), stage.english().keyActions()),
                told(stage.guidance().keyResults(), stage.english().keyResults()),
                answers(stage, AnswerKind.WORK_ITEM, said),
                answers(stage, AnswerKind.QUESTION, said),
                answers(stage, AnswerKind.INDICATOR, said),
                stage.verification().here(),
                evidence(id, stageId));
    }

    private SalesProcess process(long id) {
        return jooq.select(OPPORTUNITY.PROCESS_ID, OPPORTUNITY.EDITION_ID)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(id))
                .fetchSingle(row -> stages.getProcess(row.value1(), row.value2()));
    }

    private Map<AnswerKind, Map<String, String>> answers(long id, long stageId) {
        Map<AnswerKind, Map<String, String>> answers = new EnumMap<>(AnswerKind.class);
        jooq.select(STAGE_ANSWER.KIND, STAGE_ANSWER.ITEM, STAGE_ANSWER.ANSWER)
                .from(STAGE_ANSWER)
                .where(STAGE_ANSWER.OPPORTUNITY_ID.eq(id))
                .and(STAGE_ANSWER.STAGE_ID.eq(stageId))
                .orderBy(STAGE_ANSWER.ID)
                .forEach(row -> answers.computeIfAbsent(AnswerKind.valueOf(row.value1()), _ -> new LinkedHashMap<>())
                        .put(row.value2(), row.value3()));
        return answers;
    }

    /** What is asked, and after that what was answered while it was still asked. */
    private static List<Answer> answers(Stage stage, AnswerKind kind, Map<AnswerKind, Map<String, String>> said) {
        List<String> given = kind.given(stage);
        List<String> shown = told(given, kind.english(stage));
        Map<String, String> answers = said.getOrDefault(kind, Map.of());
        List<Answer> all = new ArrayList<>(IntStream.range(0, given.size())
                .mapToObj(i -> new Answer(shown.get(i), i, answers.get(given.get(i))))
                .toList());
        answers.forEach((item, answer) -> {
            if (!given.contains(item)) {
                all.add(new Answer(item, null, answer));
            }
        });
        return all;
    }

    private List<Evidence> evidence(long id, long stageId) {
        return jooq.select(FILE.ID, FILE.NAME)
                .from(EVIDENCE)
                .join(FILE)
                .on(FILE.ID.eq(EVIDENCE.FILE_ID))
                .where(EVIDENCE.OPPORTUNITY_ID.eq(id))
                .and(EVIDENCE.STAGE_ID.eq(stageId))
                .and(FILE.REMOVED_AT.isNull())
                .orderBy(EVIDENCE.ID)
                .fetch(mapping(Evidence::new));
    }

    /** Oldest first; none for who may not know its way, or who waives. Throws NOT_FOUND. */
    List<Waiver> waivers(long id, Viewer viewer) {
        opportunities.mustSee(id, viewer);
        if (!labels.mayReadAll(viewer, "process", "stage", "gateWaivedBy")) {
            return List.of();
        }
        SalesProcess process = process(id);
        return jooq.select(
                        GATE_WAIVER.ID,
                        GATE_WAIVER.STAGE_ID,
                        GATE_WAIVER.KIND,
                        GATE_WAIVER.ITEM,
                        GATE_WAIVER.WHY,
                        GATE_WAIVER.WAIVED_BY,
                        APP_USER.NAME,
                        GATE_WAIVER.WAIVED_AT,
                        GATE_WAIVER.WITHDRAWN_AT)
                .from(GATE_WAIVER)
                .join(APP_USER)
                .on(APP_USER.ID.eq(GATE_WAIVER.WAIVED_BY))
                .where(GATE_WAIVER.OPPORTUNITY_ID.eq(id))
                .orderBy(GATE_WAIVER.ID)
                .fetch(mapping((waiver, stageId, kindName, item, why, by, name, at, ended) -> {
                    UnmetGate what = new UnmetGate(stageId, UnmetGate.Kind.valueOf(kindName), item);
                    String stage = process.findStage(stageId)
                            .map(one -> one.code() + " " + one.words().here())
                            .orElse("");
                    return new Waiver(
                            waiver,
                            stageId,
                            stage,
                            what.kind(),
                            words.label(what, process, viewer),
                            why,
                            by,
                            name,
                            at,
                            ended);
                }));
    }

    private static List<String> told(List<String> given, List<String> english) {
        return Stage.told(given, english).stream().map(Words::here).toList();
    }
}
