package qiji.rule;

import static qiji.rule.EditionState.DRAFT;
import static qiji.rule.RuleBook.HEADQUARTERS;

import db.rule.tables.records.EditionRecord;
import db.rule.tables.records.RuleRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.rule.RuleBook.Published;
import qiji.rule.RuleView.Edition;
import qiji.rule.RuleView.InForce;
import qiji.rule.RuleView.Place;
import qiji.rule.RuleView.Source;
import tools.jackson.databind.node.NullNode;

/** Tells people what the rules say and said, and what differs from one edition to the next. */
@Service
class Timelines {
    private static final Words AS_ABOVE = Words.of("从上级部门的规定", "As the department above has it");
    private static final Words AS_SHIPPED = Words.of("从系统预置的规定", "As it was shipped");

    private final RuleKinds kinds;
    private final EditionStore store;
    private final Rules rules;
    private final Clock clock;

    Timelines(RuleKinds kinds, EditionStore store, Rules rules, Clock clock) {
        this.kinds = kinds;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** Throws FORBIDDEN. */
    @Transactional(readOnly = true)
    public List<RuleView.Kind> kinds(Viewer viewer) {
        viewer.mustBeAllowed(RulePermissions.READ);
        RuleBook book = rules.book();
        return kinds.all().stream().map(kind -> kind(kind, book)).toList();
    }

    private <B> RuleView.Kind kind(RuleKind<B> kind, RuleBook book) {
        String code = kind.code();
        return new RuleView.Kind(
                code,
                kind.words().here(),
                book.isLocked(code),
                lines(kind, rules.body(kind, book.at(code, null, today()))),
                (int) book.places(code).stream()
                        .filter(place -> place != HEADQUARTERS && book.saysSomething(code, place, today()))
                        .count(),
                book.turns(code).stream()
                        .filter(day -> day.isAfter(today()))
                        .findFirst()
                        .orElse(null));
    }

    /** Of headquarters without department. Throws FORBIDDEN, NOT_FOUND. */
    @Transactional(readOnly = true)
    public RuleView.Timeline timeline(String code, @Nullable Long departmentId, Viewer viewer) {
        viewer.mustBeAllowed(RulePermissions.READ);
        return timeline(kinds.get(code), departmentId, viewer);
    }

    private <B> RuleView.Timeline timeline(RuleKind<B> kind, @Nullable Long departmentId, Viewer viewer) {
        boolean mayEdit = Editions.mayEdit(departmentId, viewer);
        Optional<RuleRecord> rule = store.find(kind.code(), departmentId);
        List<EditionStore.Row> rows = rule.map(it -> store.timeline(it.getId())).orElse(List.of()).stream()
                .filter(row -> mayEdit || !is(row.edition(), DRAFT))
                .toList();
        Place place = departmentId == null
                ? null
                : new Place(departmentId, store.departmentName(departmentId).orElseThrow(Problem::notFound));
        return new RuleView.Timeline(
                kind.code(),
                kind.words().here(),
                kind.fields().stream().map(Timelines::part).toList(),
                place,
                rule.map(RuleRecord::getVersion).orElse(0),
                rules.book().isLocked(kind.code()),
                mayEdit,
                mayEdit && kinds.trialOf(kind.code()).isPresent(),
                store.departments(kind.code()).entrySet().stream()
                        .map(it -> new Place(it.getKey(), it.getValue()))
                        .toList(),
                inForce(kind, departmentId),
                editions(kind, departmentId, rows));
    }

    private static RuleView.Part part(RuleField field) {
        return new RuleView.Part(
                field.path(),
                field.type(),
                field.label().here(),
                field.choices().stream()
                        .map(it -> new RuleView.Choice(it.code(), it.label().here()))
                        .toList());
    }

    private <B> InForce inForce(RuleKind<B> kind, @Nullable Long departmentId) {
        RuleBook book = rules.book();
        Published held = book.at(kind.code(), departmentId, today());
        B body = rules.body(kind, held);
        Place by = null;
        Source source = Source.SHIPPED;
        if (held != null) {
            long speaker = speaker(book, kind.code(), departmentId, held);
            source = speaker == Objects.requireNonNullElse(departmentId, HEADQUARTERS)
                    ? Source.OWN
                    : speaker == HEADQUARTERS ? Source.HEADQUARTERS : Source.DEPARTMENT;
            by = source == Source.DEPARTMENT
                    ? new Place(speaker, store.departmentName(speaker).orElse(""))
                    : null;
        }
        return new InForce(source, by, kinds.tree(body), lines(kind, body));
    }

    private long speaker(RuleBook book, String kind, @Nullable Long departmentId, Published held) {
        return book.upwards(Objects.requireNonNullElse(departmentId, HEADQUARTERS)).stream()
                .filter(place -> held.equals(book.own(kind, place, today())))
                .findFirst()
                .orElse(HEADQUARTERS);
    }

    private <B> List<Edition> editions(RuleKind<B> kind, @Nullable Long departmentId, List<EditionStore.Row> rows) {
        List<Edition> told = new ArrayList<>();
        Published current =
                rules.book().own(kind.code(), Objects.requireNonNullElse(departmentId, HEADQUARTERS), today());
        for (int i = 0; i < rows.size(); i++) {
            EditionRecord edition = rows.get(i).edition();
            List<String> before = is(edition, DRAFT)
                    ? lines(kind, rules.at(kind, departmentId, today()))
                    : rows.subList(i + 1, rows.size()).stream()
                            .map(EditionStore.Row::edition)
                            .filter(it -> stoodWhenPublished(it, edition))
                            .findFirst()
                            .map(it -> lines(kind, it, departmentId))
                            .orElseGet(() -> lines(kind, above(kind, departmentId, edition)));
            told.add(edition(kind, departmentId, rows.get(i), before, current));
        }
        return List.copyOf(told);
    }

    private <B> Edition edition(
            RuleKind<B> kind,
            @Nullable Long departmentId,
            EditionStore.Row row,
            List<String> before,
            @Nullable Published current) {
        EditionRecord edition = row.edition();
        List<String> lines = lines(kind, edition, departmentId);
        return new Edition(
                edition.getId(),
                edition.getNumber(),
                EditionState.valueOf(edition.getState()),
                edition.getEffectiveFrom(),
                current != null && current.id() == edition.getId(),
                edition.getBody() == null
                        ? NullNode.getInstance()
                        : kinds.tree(edition.getBody().data()),
                lines,
                lines.stream().filter(line -> !before.contains(line)).toList(),
                before.stream().filter(line -> !lines.contains(line)).toList(),
                edition.getReason(),
                row.createdBy(),
                edition.getCreatedAt(),
                row.publishedBy(),
                edition.getPublishedAt());
    }

    /** Whether the one was published when the other was, and not withdrawn yet. */
    private static boolean stoodWhenPublished(EditionRecord one, EditionRecord other) {
        return one.getNumber() != null
                && one.getNumber() < other.getNumber()
                && (one.getWithdrawnAt() == null || one.getWithdrawnAt().isAfter(other.getPublishedAt()));
    }

    /** What, when the edition was published, was to hold above the place on its day: what came later is no difference of it. */
    private <B> B above(RuleKind<B> kind, @Nullable Long departmentId, EditionRecord edition) {
        long place = Objects.requireNonNullElse(departmentId, HEADQUARTERS);
        RuleBook then = rules.book().before(edition.getPublishedAt());
        return rules.body(kind, then.aboveOf(kind.code(), place, edition.getEffectiveFrom()));
    }

    private <B> List<String> lines(RuleKind<B> kind, EditionRecord edition, @Nullable Long departmentId) {
        if (edition.getBody() == null) {
            return List.of((departmentId == null ? AS_SHIPPED : AS_ABOVE).here());
        }
        var read = new Published(
                edition.getId(), 0, LocalDate.EPOCH, edition.getBody().data(), edition.getCreatedAt());
        return lines(kind, is(edition, DRAFT) ? kinds.read(kind, kinds.tree(read.body())) : rules.body(kind, read));
    }

    private static <B> List<String> lines(RuleKind<B> kind, B body) {
        return kind.inWords(body).here().lines().filter(line -> !line.isBlank()).toList();
    }

    private static boolean is(EditionRecord edition, EditionState state) {
        return edition.getState().equals(state.name());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Time.ZONE));
    }
}
