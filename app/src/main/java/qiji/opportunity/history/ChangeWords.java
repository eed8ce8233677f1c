package qiji.opportunity.history;

import static db.opportunity.Tables.DONE_ACTION_VERSION;
import static db.opportunity.Tables.EVIDENCE_VERSION;
import static db.opportunity.Tables.LINE_VERSION;
import static db.opportunity.Tables.MEMBER_VERSION;
import static db.opportunity.Tables.OPPORTUNITY_CONTACT_VERSION;
import static db.opportunity.Tables.OPPORTUNITY_VERSION;
import static db.opportunity.Tables.PLAN_ITEM_VERSION;
import static db.opportunity.Tables.RIVAL_VERSION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.FieldNames;
import qiji.opportunity.MemberRole;
import qiji.platform.Words;
import qiji.process.Stages;

/** Says in words what steps in the life of an opportunity changed. What the viewer may not read is not told. [A4] */
@Component
class ChangeWords {
    /** Columns that say nothing of their own: keys, moments of a change told elsewhere, what is derived. */
    private static final Set<String> SILENT = Set.of(
            "id",
            "version",
            "number",
            "stage_entered_at",
            "status_at",
            "valid",
            "search",
            "last_follow_up_at",
            "grade",
            "grade_pending",
            "grade_state",
            "grade_confirmed",
            "grade_confirmed_at",
            "city_report",
            "city_reported_on",
            "leader_follow_up_at",
            "score",
            "screening",
            "overstay_on",
            "created_at",
            "created_by",
            "valid_from",
            "valid_to",
            "changed_by",
            "changed_via",
            "reason",
            "ended_by",
            "custom",
            "imported",
            "prevention_task_id");

    private static final Map<String, Names.Kind> REFERENCES = Map.ofEntries(
            Map.entry("customer_id", Names.Kind.CUSTOMER),
            Map.entry("process_id", Names.Kind.PROCESS),
            Map.entry("edition_id", Names.Kind.EDITION),
            Map.entry("stage_id", Names.Kind.STAGE),
            Map.entry("owner_id", Names.Kind.USER),
            Map.entry("department_id", Names.Kind.DEPARTMENT),
            Map.entry("responsible_leader_id", Names.Kind.USER),
            Map.entry("discoverer_id", Names.Kind.USER),
            Map.entry("reporter_id", Names.Kind.USER),
            Map.entry("validity_waived_by", Names.Kind.USER),
            Map.entry("prevention_owner_id", Names.Kind.USER),
            Map.entry("lost_to_competitor_id", Names.Kind.COMPETITOR));

    private final FieldLabels labels;
    private final CustomChanges custom;
    private final Names names;
    private final Stages stages;

    ChangeWords(FieldLabels labels, CustomChanges custom, Names names, Stages stages) {
        this.stages = stages;
        this.labels = labels;
        this.custom = custom;
        this.names = names;
    }

    /** A group of which the viewer may read nothing is not told at all. */
    List<HistoryRow> tell(List<List<Difference>> groups, Viewer viewer) {
        List<Difference> steps = groups.stream().flatMap(List::stream).toList();
        Telling telling = new Telling(
                viewer, names.of(wanted(steps), viewer), new CodeWords(names.dictionaries(CodeWords.DICTIONARIES)));
        return groups.stream()
                .map(telling::row)
                .filter(row -> !row.changes().isEmpty())
                .toList();
    }

    private static Map<Names.Kind, Set<Long>> wanted(List<Difference> steps) {
        Map<Names.Kind, Set<Long>> wanted = new EnumMap<>(Names.Kind.class);
        for (Difference step : steps) {
            want(wanted, Names.Kind.USER, step.by());
            for (Record version : Stream.of(step.before(), step.after())
                    .filter(Objects::nonNull)
                    .toList()) {
                REFERENCES.forEach((column, kind) -> want(wanted, kind, idIn(version, column)));
                want(wanted, Names.Kind.FILE, idIn(version, EVIDENCE_VERSION.FILE_ID.getName()));
                want(wanted, Names.Kind.PRODUCT, idIn(version, LINE_VERSION.PRODUCT_ID.getName()));
                want(wanted, Names.Kind.COMPETITOR, idIn(version, RIVAL_VERSION.COMPETITOR_ID.getName()));
                want(wanted, Names.Kind.USER, idIn(version, MEMBER_VERSION.USER_ID.getName()));
                want(wanted, Names.Kind.USER, idIn(version, PLAN_ITEM_VERSION.ASSIGNEE_ID.getName()));
                want(wanted, Names.Kind.CONTACT, idIn(version, OPPORTUNITY_CONTACT_VERSION.CONTACT_ID.getName()));
            }
        }
        return wanted;
    }

    private static void want(Map<Names.Kind, Set<Long>> wanted, Names.Kind kind, @Nullable Long id) {
        if (id != null) {
            wanted.computeIfAbsent(kind, _ -> new HashSet<>()).add(id);
        }
    }

    private static @Nullable Long idIn(Record version, String column) {
        return version.field(column) == null ? null : version.get(column, Long.class);
    }

    /** One answer being put into words. */
    private final class Telling {
        private final Viewer viewer;
        private final Map<Names.Kind, Map<Long, String>> known;
        private final CodeWords codes;
        private final ControlWords control;
        private final SteeringWords steering;

        private Telling(Viewer viewer, Map<Names.Kind, Map<Long, String>> known, CodeWords codes) {
            this.viewer = viewer;
            this.known = known;
            this.codes = codes;
            this.control = new ControlWords(
                    labels, viewer, stage -> name(Names.Kind.STAGE, stage), file -> name(Names.Kind.FILE, file));
            this.steering = new SteeringWords(labels, viewer, user -> name(Names.Kind.USER, user));
        }

        private HistoryRow row(List<Difference> group) {
            Difference first = group.getFirst();
            String by = first.by() == 0 ? Words.of("系统", "The system").here() : name(Names.Kind.USER, first.by());
            return new HistoryRow(
                    first.at(),
                    first.by(),
                    by,
                    first(group.stream().map(Difference::via)),
                    mayKnowWhy(group) ? first(group.stream().map(Difference::why)) : null,
                    group.stream().flatMap(step -> changes(step).stream()).toList());
        }

        /** Why it ended is what its review says. */
        private boolean mayKnowWhy(List<Difference> group) {
            String[] review = {"lossSummary", "closingNote"};
            return labels.mayRead(FieldLabels.STAGE_ANSWERS, viewer)
                    && (group.stream().noneMatch(Difference::ends) || labels.mayReadAll(viewer, review));
        }

        private List<HistoryRow.Change> changes(Difference step) {
            Record row = step.row();
            List<HistoryRow.Change> told = control.of(step);
            if (told == null) {
                told = steering.of(step);
            }
            if (told != null) {
                return told;
            }
            if (row.field(LINE_VERSION.PRODUCT_ID.getName()) != null) {
                return part(step, FieldLabels.LINES, Words.of("产品明细", "Product lines"), this::line);
            }
            if (row.field(MEMBER_VERSION.USER_ID.getName()) != null) {
                return part(step, FieldLabels.TEAM, Words.of("团队成员", "Team"), this::member);
            }
            if (row.field(OPPORTUNITY_CONTACT_VERSION.CONTACT_ID.getName()) != null) {
                return part(step, "contacts", Words.of("联系人", "Contacts"), this::contact);
            }
            if (row.field(RIVAL_VERSION.COMPETITOR_ID.getName()) != null) {
                return part(step, "rivals", Words.of("竞争对手", "Competitors"), this::rival);
            }
            if (row.field(DONE_ACTION_VERSION.ACTION.getName()) != null) {
                return part(step, FieldLabels.STAGE_ANSWERS, Words.of("关键行动", "Key actions"), this::action);
            }
            return fields(step);
        }

        private List<HistoryRow.Change> fields(Difference step) {
            List<HistoryRow.Change> changes = new ArrayList<>();
            for (Field<?> column : OPPORTUNITY_VERSION.fields()) {
                String field = FieldNames.of(column.getName());
                Object before = step.before(column);
                Object after = step.after(column);
                if (!SILENT.contains(column.getName())
                        && labels.mayRead(field, viewer)
                        && !same(before, after)
                        && !(step.before() == null && Boolean.FALSE.equals(after))) {
                    String label = labels.of(field).here();
                    changes.add(new HistoryRow.Change(
                            field, label, text(column.getName(), before), text(column.getName(), after)));
                }
            }
            changes.addAll(custom.between(
                    step.before(OPPORTUNITY_VERSION.CUSTOM), step.after(OPPORTUNITY_VERSION.CUSTOM), viewer));
            return changes;
        }

        private List<HistoryRow.Change> part(
                Difference step, String field, Words label, java.util.function.Function<Record, String> words) {
            if (!labels.mayRead(field, viewer)) {
                return List.of();
            }
            String before = step.before() == null ? null : words.apply(step.before());
            String after = step.after() == null ? null : words.apply(step.after());
            return List.of(new HistoryRow.Change(field, label.here(), before, after));
        }

        private String action(Record version) {
            String key = version.get(DONE_ACTION_VERSION.ACTION.getName(), String.class);
            long stage = version.get(DONE_ACTION_VERSION.STAGE_ID.getName(), Long.class);
            return stages.processes().stream()
                    .filter(process -> process.findStage(stage).isPresent())
                    .findFirst()
                    .map(process -> process.keyAction(key).here())
                    .orElse(key);
        }

        private String line(Record version) {
            BigDecimal discount = version.get(LINE_VERSION.DISCOUNT_PERCENT.getName(), BigDecimal.class);
            String line = name(Names.Kind.PRODUCT, version.get(LINE_VERSION.PRODUCT_ID.getName(), Long.class))
                    + " × " + plain(version.get(LINE_VERSION.QUANTITY.getName(), BigDecimal.class))
                    + " @ " + plain(version.get(LINE_VERSION.PRICE.getName(), BigDecimal.class));
            return discount.signum() == 0 ? line : line + " −" + plain(discount) + "%";
        }

        private String member(Record version) {
            MemberRole role = MemberRole.valueOf(version.get(MEMBER_VERSION.ROLE.getName(), String.class));
            return name(Names.Kind.USER, version.get(MEMBER_VERSION.USER_ID.getName(), Long.class)) + "（"
                    + role.words().here() + "）";
        }

        private String rival(Record version) {
            return RivalWords.of(
                    name(Names.Kind.COMPETITOR, version.get(RIVAL_VERSION.COMPETITOR_ID.getName(), Long.class)),
                    version);
        }

        private String contact(Record version) {
            String role = version.get(OPPORTUNITY_CONTACT_VERSION.ROLE.getName(), String.class);
            String contact =
                    name(Names.Kind.CONTACT, version.get(OPPORTUNITY_CONTACT_VERSION.CONTACT_ID.getName(), Long.class));
            return role == null ? contact : contact + "（" + codes.of("contact_role", role) + "）";
        }

        private @Nullable String text(String column, @Nullable Object value) {
            Names.Kind kind = REFERENCES.get(column);
            if (kind != null && value instanceof Long id) {
                return name(kind, id);
            }
            return switch (value) {
                case null -> null;
                case BigDecimal number -> plain(number);
                case Boolean yes -> (yes ? Words.of("是", "Yes") : Words.of("否", "No")).here();
                case Object[] items ->
                    String.join("、", Stream.of(items).map(String::valueOf).toList());
                case String code -> codes.of(column, code);
                default -> value.toString();
            };
        }

        private String name(Names.Kind kind, long id) {
            return known.getOrDefault(kind, Map.of()).getOrDefault(id, "#" + id);
        }
    }

    private static boolean same(@Nullable Object before, @Nullable Object after) {
        return isNothing(before) && isNothing(after) || Objects.deepEquals(before, after);
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || value instanceof Object[] items && items.length == 0;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String first(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull).findFirst().orElse(null);
    }
}
