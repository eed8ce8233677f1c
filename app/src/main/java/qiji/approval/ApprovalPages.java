package qiji.approval;

import db.approval.tables.records.EventRecord;
import db.approval.tables.records.RequestRecord;
import db.approval.tables.records.StepRecord;
import db.approval.tables.records.TaskRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.FieldAccess;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.approval.ApprovalDetail.Frozen;
import qiji.platform.Problem;
import qiji.platform.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts together the boxes and the page of a request. [D9] */
@Service
class ApprovalPages {
    private final ApprovalQueries queries;
    private final ApprovalStore store;
    private final ApprovalSubjects subjects;
    private final ChainQueries people;
    private final RuleWords words;
    private final RecordAccess access;
    private final JsonMapper json;

    ApprovalPages(
            ApprovalQueries queries,
            ApprovalStore store,
            ApprovalSubjects subjects,
            ChainQueries people,
            RuleWords words,
            RecordAccess access,
            JsonMapper json) {
        this.queries = queries;
        this.store = store;
        this.subjects = subjects;
        this.people = people;
        this.words = words;
        this.access = access;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public ApprovalRow.Page box(ApprovalRow.Box box, @Nullable Long after, Viewer viewer) {
        return queries.box(box, after, viewer);
    }

    @Transactional(readOnly = true)
    public ApprovalRow.Counts counts(Viewer viewer) {
        return queries.counts(viewer);
    }

    @Transactional(readOnly = true)
    public List<ApprovalRow> of(RecordRef record, Viewer viewer) {
        return queries.of(record, viewer);
    }

    /** Throws NOT_FOUND. */
    @Transactional(readOnly = true)
    public ApprovalDetail get(long id, Viewer viewer) {
        ApprovalRow row = queries.one(id, viewer);
        RequestRecord request = queries.request(id, viewer);
        List<TaskRecord> tasks = queries.tasks(id, viewer);
        List<EventRecord> events = queries.events(id, viewer);
        Map<Long, String> names = people.names(users(tasks, events), viewer);
        Map<Long, Chain.Person> waited = people.asked(
                tasks.stream()
                        .filter(task -> task.getState().equals(TaskState.OPEN.name()))
                        .map(TaskRecord::getUserId)
                        .toList(),
                viewer);
        boolean isTold = queries.mayReadChain(request, viewer);
        boolean hears = users(tasks, events).contains(viewer.userId()) || queries.mayReadComments(request, viewer);
        return new ApprovalDetail(
                row,
                row.title() == null ? null : Long.toString(request.getSubjectId()),
                isTold
                        ? queries.steps(id, viewer).stream()
                                .map(step -> step(step, tasks, names, waited))
                                .toList()
                        : List.of(withheld(request, tasks, viewer)),
                events.stream()
                        .map(event -> event(event, request.getKind(), names))
                        .map(event -> hears ? event : event.silent())
                        .map(event -> isTold ? event : event.withheld(request.getAskedBy(), viewer))
                        .toList(),
                fields(request, viewer),
                may(request, tasks, viewer));
    }

    /** Tells neither people nor how many levels there are, but what is the viewer's own. */
    private static ApprovalDetail.Step withheld(RequestRecord request, List<TaskRecord> tasks, Viewer viewer) {
        Map<Long, String> own = Map.of(viewer.userId(), viewer.name());
        return new ApprovalDetail.Step(
                1,
                Chain.WITHHELD.here(),
                Mode.ANY,
                request.getState().equals("OPEN") ? StepState.OPEN.name() : StepState.STOPPED.name(),
                tasks.stream()
                        .filter(task -> task.getUserId() == viewer.userId())
                        .map(task -> new ApprovalDetail.Task(
                                Objects.requireNonNull(Chain.Person.of(task.getUserId(), own)),
                                task.getState(),
                                task.getIsAdded(),
                                null,
                                task.getDueAt(),
                                task.getDecidedAt(),
                                null))
                        .toList());
    }

    private static Set<Long> users(List<TaskRecord> tasks, List<EventRecord> events) {
        Set<Long> users = new HashSet<>();
        tasks.forEach(task -> {
            users.add(task.getUserId());
            users.add(Objects.requireNonNullElse(task.getInsteadOf(), 0L));
            users.add(Objects.requireNonNullElse(task.getDecidedBy(), 0L));
        });
        events.forEach(event -> {
            users.add(event.getById());
            users.add(Objects.requireNonNullElse(event.getUserId(), 0L));
        });
        return users;
    }

    private ApprovalDetail.Step step(
            StepRecord step, List<TaskRecord> tasks, Map<Long, String> names, Map<Long, Chain.Person> waited) {
        return new ApprovalDetail.Step(
                step.getLevel(),
                words.rule(store.rule(step), step.getDepartmentId()).here(),
                Mode.valueOf(step.getMode()),
                step.getState(),
                tasks.stream()
                        .filter(task -> task.getStepId().equals(step.getId()))
                        .map(task -> task(task, names, waited))
                        .toList());
    }

    private static ApprovalDetail.Task task(TaskRecord task, Map<Long, String> names, Map<Long, Chain.Person> waited) {
        Chain.Person asked = task.getState().equals(TaskState.OPEN.name()) ? waited.get(task.getUserId()) : null;
        return new ApprovalDetail.Task(
                Objects.requireNonNull(asked == null ? Chain.Person.of(task.getUserId(), names) : asked),
                task.getState(),
                task.getIsAdded(),
                Chain.Person.of(task.getInsteadOf(), names),
                task.getDueAt(),
                task.getDecidedAt(),
                Chain.Person.of(task.getDecidedBy(), names));
    }

    private ApprovalDetail.Event event(EventRecord event, String subject, Map<Long, String> names) {
        EventKind kind = EventKind.valueOf(event.getKind());
        return new ApprovalDetail.Event(
                kind.name(),
                kind.words().here(),
                event.getLevel(),
                Chain.Person.of(event.getById(), names),
                Chain.Person.of(event.getUserId(), names),
                kind == EventKind.WITHDRAWN ? reason(event.getComment(), subject) : event.getComment(),
                event.getAt());
    }

    private @Nullable String reason(@Nullable String written, String kind) {
        return subjects.find(kind).stream()
                .flatMap(subject -> subject.reasons().stream())
                .filter(known -> known.zh().equals(written) || known.en().equals(written))
                .findFirst()
                .map(Words::here)
                .orElse(written);
    }

    /** What was asked beside what is, as far as the viewer may read what is. */
    private List<Frozen> fields(RequestRecord request, Viewer viewer) {
        ApprovalSubject subject = subjects.find(request.getKind()).orElse(null);
        if (subject == null || !access.maySee(viewer, new RecordRef(request.getRecordType(), request.getRecordId()))) {
            return List.of();
        }
        try {
            JsonNode then = json.readTree(queries.snapshot(request.getId(), viewer));
            JsonNode now = json.readTree(json.writeValueAsString(
                    subject.now(request.getSubjectId(), viewer).snapshot()));
            List<Frozen> fields = new ArrayList<>();
            now.properties().forEach(field -> {
                if (then.has(field.getKey())) {
                    JsonNode old = readable(then.path(field.getKey()), field.getValue(), viewer);
                    Words label = subject.labels().get(field.getKey());
                    fields.add(new Frozen(
                            field.getKey(),
                            label == null ? null : label.here(),
                            old,
                            field.getValue(),
                            !same(old, field.getValue())));
                }
            });
            return fields;
        } catch (Problem gone) {
            return List.of();
        }
    }

    /** What a reference was called is told only to who may read what any record is called: its name may be hidden. */
    private JsonNode readable(JsonNode then, JsonNode now, Viewer viewer) {
        if (!then.isObject() || !then.has("id")) {
            return then;
        }
        if (then.path("id").equals(now.path("id"))) {
            return now;
        }
        boolean named = access.namingFields().stream().noneMatch(name -> {
            int dot = name.indexOf('.');
            return viewer.accessTo(name.substring(0, dot), name.substring(dot + 1)) == FieldAccess.HIDDEN;
        });
        return named ? then : ((ObjectNode) then.deepCopy()).putNull("label");
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    private Map<String, Boolean> may(RequestRecord request, List<TaskRecord> tasks, Viewer viewer) {
        boolean open = request.getState().equals("OPEN") && viewer.may(ApprovalPermissions.DECIDE);
        boolean own = request.getAskedBy() == viewer.userId() || request.getOwnerId() == viewer.userId();
        boolean decide = open && queries.isToDo(request.getId(), viewer);
        boolean asked = tasks.stream()
                .anyMatch(task -> task.getState().equals(TaskState.OPEN.name()) && task.getUserId() == viewer.userId());
        Map<String, Boolean> may = new LinkedHashMap<>();
        may.put("decide", decide);
        may.put("transfer", decide || open && asked);
        may.put("add", decide);
        may.put("withdraw", open && own);
        may.put("remind", open && own);
        return may;
    }
}
