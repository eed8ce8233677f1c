package qiji.process;

import static db.process.Tables.PROCESS;
import static db.process.Tables.STAGE;

import db.process.tables.records.StageRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves whole definitions. They are few, seen by everybody, and hold no record of a customer. */
@Repository
class ProcessStore {
    private final DSLContext jooq;
    private final JsonMapper json;
    private final Clock clock;

    ProcessStore(DSLContext jooq, JsonMapper json, Clock clock) {
        this.jooq = jooq;
        this.json = json;
        this.clock = clock;
    }

    /** All of them, archived ones included: the default first, then by name. */
    List<SalesProcess> all() {
        Map<Long, List<Stage>> stages = jooq.selectFrom(STAGE).orderBy(STAGE.POSITION, STAGE.ID).stream()
                .collect(Collectors.groupingBy(
                        StageRecord::getProcessId, Collectors.mapping(this::stage, Collectors.toList())));
        return jooq.selectFrom(PROCESS)
                .orderBy(PROCESS.IS_DEFAULT.desc(), PROCESS.ARCHIVED_AT.isNotNull(), PROCESS.NAME, PROCESS.ID)
                .fetch(row -> new SalesProcess(
                        row.getId(),
                        row.getCode(),
                        row.getName(),
                        row.getDescription(),
                        json.readValue(row.getEnglish().data(), ProcessEnglish.class),
                        row.getIsDefault(),
                        row.getArchivedAt() != null,
                        row.getVersion(),
                        stages.getOrDefault(row.getId(), List.of())));
    }

    /** The version of the process, locked until the transaction ends; null if there is none. */
    @Nullable
    Integer lock(long id) {
        return jooq.select(PROCESS.VERSION)
                .from(PROCESS)
                .where(PROCESS.ID.eq(id))
                .forUpdate()
                .fetchOne(PROCESS.VERSION);
    }

    /** Says that no process is the default; the caller makes another one so at once. */
    void clearDefault() {
        jooq.update(PROCESS)
                .set(PROCESS.IS_DEFAULT, false)
                .set(PROCESS.VERSION, PROCESS.VERSION.plus(1))
                .where(PROCESS.IS_DEFAULT)
                .execute();
    }

    long insert(SalesProcess process) {
        long id = jooq.insertInto(PROCESS)
                .set(PROCESS.CODE, process.code())
                .set(PROCESS.NAME, process.name())
                .set(PROCESS.DESCRIPTION, process.description())
                .set(PROCESS.ENGLISH, jsonb(process.english()))
                .set(PROCESS.IS_DEFAULT, process.isDefault())
                .returningResult(PROCESS.ID)
                .fetchSingle()
                .value1();
        process.stages().forEach(stage -> row(id, stage).insert());
        return id;
    }

    /** Writes what {@code process} says over what there is; stages without id are new, those not named are removed. */
    void replace(SalesProcess process) {
        jooq.update(PROCESS)
                .set(PROCESS.CODE, process.code())
                .set(PROCESS.NAME, process.name())
                .set(PROCESS.DESCRIPTION, process.description())
                .set(PROCESS.ENGLISH, jsonb(process.english()))
                .set(PROCESS.IS_DEFAULT, process.isDefault())
                .set(PROCESS.ARCHIVED_AT, process.archived() ? clock.instant() : null)
                .set(PROCESS.VERSION, PROCESS.VERSION.plus(1))
                .where(PROCESS.ID.eq(process.key()))
                .execute();
        Set<Long> kept = process.stages().stream()
                .map(Stage::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        jooq.deleteFrom(STAGE)
                .where(STAGE.PROCESS_ID.eq(process.key()))
                .and(STAGE.ID.notIn(kept))
                .execute();
        Map<Long, StageRecord> before =
                jooq.selectFrom(STAGE).where(STAGE.ID.in(kept)).fetchMap(STAGE.ID);
        freeCodes(process, before);
        for (Stage stage : process.stages()) {
            if (stage.id() == null) {
                row(process.key(), stage).insert();
            } else {
                update(Objects.requireNonNull(before.get(stage.id())), stage);
            }
        }
    }

    /** Two stages may swap their codes, which are unique at every moment. */
    private void freeCodes(SalesProcess process, Map<Long, StageRecord> before) {
        List<Long> renamed = process.stages().stream()
                .filter(stage -> stage.id() != null
                        && !stage.code()
                                .equals(Objects.requireNonNull(before.get(stage.id()))
                                        .getCode()))
                .map(Stage::key)
                .toList();
        jooq.update(STAGE)
                .set(STAGE.CODE, STAGE.ID.cast(String.class).concat("_"))
                .where(STAGE.ID.in(renamed))
                .execute();
    }

    private void update(StageRecord before, Stage stage) {
        Instant since = before.getArchivedAt();
        StageRecord row = row(before.getProcessId(), stage);
        row.setId(before.getId());
        row.changed(STAGE.ID, false);
        row.setArchivedAt(!stage.archived() ? null : since != null ? since : clock.instant());
        row.update();
    }

    private StageRecord row(long processId, Stage stage) {
        StageRecord row = jooq.newRecord(STAGE);
        Guidance guidance = stage.guidance();
        row.setProcessId(processId);
        row.setCode(stage.code());
        row.setName(stage.name());
        row.setPosition(stage.position());
        row.setWinRate(stage.winRate());
        row.setExpectedConversion(stage.expectedConversion());
        row.setPlannedDays(stage.plannedDays());
        row.setMaturity(stage.maturity().name());
        row.setIsFinal(stage.isFinal());
        row.setGoal(guidance.goal());
        row.setWorkItems(guidance.workItems().toArray(String[]::new));
        row.setParticipants(guidance.participants().toArray(String[]::new));
        row.setKeyActions(guidance.keyActions().toArray(String[]::new));
        row.setActionKeys(guidance.keyActionKeys().toArray(String[]::new));
        row.setKeyResults(guidance.keyResults().toArray(String[]::new));
        row.setQuestions(guidance.diagnosisQuestions().toArray(String[]::new));
        row.setIndicators(guidance.diagnosisIndicators().toArray(String[]::new));
        row.setVerification(guidance.verification());
        row.setEnglish(jsonb(stage.english()));
        row.setGate(jsonb(stage.gate()));
        row.setArchivedAt(stage.archived() ? clock.instant() : null);
        return row;
    }

    private Stage stage(StageRecord row) {
        return new Stage(
                row.getId(),
                row.getCode(),
                row.getName(),
                row.getPosition(),
                row.getWinRate(),
                row.getExpectedConversion(),
                row.getPlannedDays(),
                Maturity.valueOf(row.getMaturity()),
                new Guidance(
                        row.getGoal(),
                        list(row.getWorkItems()),
                        list(row.getParticipants()),
                        list(row.getKeyActions()),
                        list(row.getKeyResults()),
                        list(row.getQuestions()),
                        list(row.getIndicators()),
                        row.getVerification(),
                        list(row.getActionKeys())),
                json.readValue(row.getEnglish().data(), StageEnglish.class),
                json.readValue(row.getGate().data(), Gate.class),
                row.getIsFinal(),
                row.getArchivedAt() != null);
    }

    private JSONB jsonb(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    private static List<String> list(String[] items) {
        return List.copyOf(Arrays.asList(items));
    }
}
