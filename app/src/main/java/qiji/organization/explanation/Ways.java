package qiji.organization.explanation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Explains;
import qiji.access.Reason;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.platform.Problem;

/** Asks the rules themselves by which ways a record is seen, and what it belongs to. [A5] */
@Component
class Ways {
    /** No department and nobody has this id. */
    private static final Set<Long> NONE = Set.of(-1L);

    private final DSLContext jooq;
    private final ObjectProvider<Explains> explaining;
    private final RecordAccess access;

    Ways(DSLContext jooq, ObjectProvider<Explains> explaining, RecordAccess access) {
        this.jooq = jooq;
        this.explaining = explaining;
        this.access = access;
    }

    /** Where a record lies in the organization: ids, null where it does not, or its type knows no such thing. */
    record Place(@Nullable Long department, @Nullable Long owner) {}

    /** Throws NOT_FOUND for a type that nobody explains. */
    Explains rules(RecordRef record) {
        return explaining.stream()
                .filter(one -> one.type().equals(record.type()))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    boolean isSeen(RecordRef record, Viewer viewer) {
        Explains rules = rules(record);
        return rules.permission().map(viewer::may).orElse(true)
                && jooq.fetchExists(jooq.selectOne().where(rules.visible(viewer, val(record.id()))));
    }

    List<Told> of(RecordRef record, Viewer viewer) {
        return rules(record).reasons(viewer, val(record.id())).stream()
                .map(this::told)
                .toList();
    }

    private Told told(Reason reason) {
        var answer = jooq.select(field(reason.reached()), field(reason.rule()), reason.key())
                .fetchSingle();
        return new Told(
                reason, Boolean.TRUE.equals(answer.value1()), !Boolean.FALSE.equals(answer.value2()), answer.value3());
    }

    Place placeOf(RecordRef record) {
        Viewer nobody = new Viewer(-1, -1, "", Set.of(), Map.of(), Map.of(), false);
        List<Told> asked = of(record, nobody.reaching(Map.of(record.type(), new Scope.Part(NONE, NONE))));
        return new Place(keyOf(Reason.By.DEPARTMENT, asked), keyOf(Reason.By.OWNER, asked));
    }

    private static @Nullable Long keyOf(Reason.By by, List<Told> asked) {
        return asked.stream()
                .filter(told -> told.by() == by)
                .map(Told::key)
                .flatMap(Stream::ofNullable)
                .map(Long::valueOf)
                .findFirst()
                .orElse(null);
    }

    Optional<RecordRef> heldBy(RecordRef record) {
        return rules(record)
                .heldBy(val(record.id()))
                .flatMap(found -> jooq.fetchOptional(found))
                .map(row -> new RecordRef(row.value1(), row.value2()));
    }

    String nameOf(RecordRef record) {
        String name = jooq.select(access.nameOf(val(record.type()), val(record.id())))
                .fetchSingle()
                .value1();
        return name == null ? String.valueOf(record.id()) : name;
    }
}
