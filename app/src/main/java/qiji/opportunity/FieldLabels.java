package qiji.opportunity;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.activity.ActivityKind;
import qiji.opportunity.life.GateFacts;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.process.GateFields;
import qiji.records.Catalogue;
import qiji.records.FieldOf;
import qiji.records.Records;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the fields of an opportunity are called, who may read them, and which of them gates can ask for. */
@Component
public class FieldLabels implements GateFields {
    private static final Viewer ALL_SEEING = Viewer.system("names of fields");
    /** What the name of a custom field begins with. */
    public static final String CUSTOM = "cf_";
    /** What a field rule calls the parts that are no fields of the catalogue. */
    public static final String PLAN = "plan";

    public static final String TEAM = "team";
    public static final String LINES = "lines";
    /**
     * And what the company does in stages: what they ask for, what was ticked, answered and proven there, why it went to
     * another stage or ended.
     */
    public static final String STAGE_ANSWERS = "stageAnswers";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final JsonMapper json;
    private final Catalogue catalogue;
    private final Records records;

    FieldLabels(JsonMapper json, Catalogue catalogue, Records records) {
        this.json = json;
        this.catalogue = catalogue;
        this.records = records;
    }

    /** As the catalogue calls it, or the administrators who made the custom field; an unknown one by its name. */
    public Words of(String name) {
        return catalogue
                .field(OpportunityFields.TYPE, name, ALL_SEEING)
                .<Words>map(FieldOf::label)
                .orElse(Words.of(name, name));
    }

    /** A name that is no field of the catalogue (lines, team) is readable unless a rule hides it. */
    public boolean mayRead(String name, Viewer viewer) {
        return catalogue.field(OpportunityFields.TYPE, name, viewer).isPresent()
                || catalogue.field(OpportunityFields.TYPE, name, ALL_SEEING).isEmpty()
                        && viewer.accessTo(Opportunities.TYPE, name) != FieldAccess.HIDDEN;
    }

    public boolean mayReadAll(Viewer viewer, String... names) {
        return Stream.of(names).allMatch(name -> mayRead(name, viewer));
    }

    /** A value of a custom field as people read it: the name of what it refers to, of a choice, yes or no. */
    public String inWords(String name, JsonNode value, Viewer viewer) {
        FieldOf<?> field = catalogue.field(OpportunityFields.TYPE, name, viewer).orElse(null);
        if (field == null) {
            return plain(value);
        }
        return switch (field.kind()) {
            case REFERENCE ->
                records.nameOf(field.referenced(), value.asLong(), viewer).orElse(plain(value));
            case BOOLEAN -> (value.booleanValue() ? Words.of("是", "Yes") : Words.of("否", "No")).here();
            case CHOICE -> choice(field, plain(value));
            case TAGS ->
                value.valueStream().map(tag -> choice(field, plain(tag))).collect(Collectors.joining("、"));
            case INSTANT -> MINUTE.format(Instant.parse(plain(value)).atZone(Time.ZONE));
            default -> plain(value);
        };
    }

    private String choice(FieldOf<?> field, String code) {
        return catalogue.choices(field).stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .map(choice -> choice.label().here())
                .orElse(code);
    }

    private static String plain(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    /** The custom fields that hold a value. */
    public Set<String> filledCustom(JSONB custom) {
        Set<String> names = new HashSet<>();
        for (var entry : json.readTree(custom.data()).properties()) {
            if (!isEmpty(entry.getValue())) {
                names.add(CUSTOM + entry.getKey());
            }
        }
        return names;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isString() && value.asString().isBlank() || value.isArray() && value.isEmpty();
    }

    /** What people fill in, and what winning fills in; custom fields included. */
    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (FieldOf<?> field : catalogue.fields(OpportunityFields.TYPE, ALL_SEEING)) {
            if (!field.isReadOnly()) {
                names.add(field.name());
            }
        }
        names.add(GateFacts.CLOSED_ON);
        return names;
    }

    @Override
    public boolean mayReadGuidance(Viewer viewer) {
        return mayRead(STAGE_ANSWERS, viewer);
    }

    @Override
    public Set<String> activityKinds() {
        return Stream.of(ActivityKind.values()).map(Enum::name).collect(Collectors.toSet());
    }
}
