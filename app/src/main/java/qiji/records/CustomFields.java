package qiji.records;

import static db.records.Tables.CUSTOM_FIELD;
import static org.jooq.impl.DSL.currentInstant;

import db.records.tables.records.CustomFieldRecord;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.indexes.FieldIndexStore;
import tools.jackson.databind.json.JsonMapper;

/** The fields that administrators add to record types. Their kind and code never change; they are archived, not deleted. */
@Service
public class CustomFields {
    /** What a custom field may refer to. */
    private static final Set<String> REFERABLE =
            Set.of("customer", "contact", "product", "opportunity", "user", "department");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext jooq;
    private final Writing writing;
    private final RecordTypes types;
    private final Definitions definitions;
    private final ApplicationEventPublisher events;

    CustomFields(
            DSLContext jooq,
            Writing writing,
            RecordTypes types,
            Definitions definitions,
            ApplicationEventPublisher events) {
        this.jooq = jooq;
        this.writing = writing;
        this.types = types;
        this.definitions = definitions;
        this.events = events;
    }

    /** Within the transaction in which a custom field has been put away. */
    public record Archived(long fieldId) {}

    record Option(
            @NotBlank @Size(max = 60) String code,
            @NotBlank @Size(max = 100) String labelZh,
            @NotBlank @Size(max = 100) String labelEn) {}

    record Draft(
            @NotBlank String type,

            @NotNull @Pattern(regexp = "[a-z][a-zA-Z0-9]{0,39}")
            String code,

            @NotBlank @Size(max = 100) String labelZh,
            @NotBlank @Size(max = 100) String labelEn,
            @NotNull Kind kind,
            @Nullable String reference,
            @Nullable @Size(max = 200) List<@Valid Option> options,
            boolean required,
            @Min(0) @Max(10000) int position,
            @Nullable @Min(1) @Max(20000) Integer maxLength) {}

    record Edit(
            int version,
            @NotBlank @Size(max = 100) String labelZh,
            @NotBlank @Size(max = 100) String labelEn,
            @Nullable @Size(max = 200) List<@Valid Option> options,
            boolean required,
            @Min(0) @Max(10000) int position,
            @Nullable @Min(1) @Max(20000) Integer maxLength) {}

    record Row(
            String id,
            int version,
            String type,
            String code,
            String name,
            String labelZh,
            String labelEn,
            Kind kind,
            @Nullable String reference,
            List<Option> options,
            boolean required,
            int position,
            @Nullable Integer maxLength) {}

    List<Row> of(String type) {
        return jooq.selectFrom(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.RECORD_TYPE.eq(type))
                .and(CUSTOM_FIELD.ARCHIVED_AT.isNull())
                .orderBy(CUSTOM_FIELD.POSITION, CUSTOM_FIELD.ID)
                .fetch(CustomFields::row);
    }

    /** Throws INVALID_FIELDS, FORBIDDEN. */
    @Transactional
    public long add(Draft draft, Viewer viewer) {
        viewer.mustBeAllowed(RecordsPermissions.EDIT_FIELDS);
        RecordType<?> type = types.get(draft.type);
        if (type.custom == null) {
            throw Problem.invalid(List.of(
                    FieldFault.of("type", "unsupported", Words.of("这里不支持自定义字段", "Such a field cannot be added here"))));
        }
        checkReference(draft.kind, draft.reference);
        checkOptions(draft.kind, draft.options);
        writing.by(viewer);
        CustomFieldRecord row = jooq.newRecord(CUSTOM_FIELD);
        row.setRecordType(draft.type);
        row.setCode(draft.code);
        row.setKind(draft.kind.name());
        row.setReference(draft.reference);
        row.setLabelZh(draft.labelZh);
        row.setLabelEn(draft.labelEn);
        row.setOptions(options(draft.options));
        row.setRequired(draft.required);
        row.setPosition(draft.position);
        row.setMaxLength(draft.maxLength);
        row.insert();
        definitions.changed();
        return row.getId();
    }

    /** Throws NOT_FOUND, STALE_VERSION, INVALID_FIELDS, FORBIDDEN. */
    @Transactional
    public void edit(long id, Edit edit, Viewer viewer) {
        viewer.mustBeAllowed(RecordsPermissions.EDIT_FIELDS);
        CustomFieldRecord row = locked(id);
        if (row.getVersion() != edit.version) {
            throw Problem.stale(row.getVersion());
        }
        checkOptions(Kind.valueOf(row.getKind()), edit.options);
        FieldIndexStore.checkFits(row, edit.maxLength);
        writing.by(viewer);
        row.setLabelZh(edit.labelZh);
        row.setLabelEn(edit.labelEn);
        row.setOptions(options(edit.options));
        row.setRequired(edit.required);
        row.setPosition(edit.position);
        row.setMaxLength(edit.maxLength);
        row.setVersion(edit.version + 1);
        row.update();
        definitions.changed();
    }

    /** Its values stay in the records and come back with it. Throws NOT_FOUND, FORBIDDEN. */
    @Transactional
    public void archive(long id, Viewer viewer) {
        viewer.mustBeAllowed(RecordsPermissions.EDIT_FIELDS);
        locked(id);
        writing.by(viewer);
        jooq.update(CUSTOM_FIELD)
                .set(CUSTOM_FIELD.ARCHIVED_AT, currentInstant())
                .where(CUSTOM_FIELD.ID.eq(id))
                .execute();
        definitions.changed();
        events.publishEvent(new Archived(id));
    }

    private CustomFieldRecord locked(long id) {
        return jooq.selectFrom(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.ID.eq(id), CUSTOM_FIELD.ARCHIVED_AT.isNull())
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
    }

    private static void checkReference(Kind kind, @Nullable String reference) {
        if ((kind == Kind.REFERENCE) != (reference != null)) {
            throw Problem.invalid(List.of(FieldFault.of(
                    "reference",
                    "required",
                    Words.of("关联字段须指明关联的对象，其他字段不能有", "A reference names the type it points at, other kinds none"))));
        }
        if (reference != null && !REFERABLE.contains(reference)) {
            throw Problem.invalid(List.of(FieldFault.of(
                    "reference", "unsupported", Words.of("不能关联此类对象", "No field can refer to such records"))));
        }
    }

    private static void checkOptions(Kind kind, @Nullable List<Option> options) {
        boolean any = options != null && !options.isEmpty();
        if ((kind == Kind.CHOICE) != any) {
            throw Problem.invalid(List.of(FieldFault.of(
                    "options",
                    "required",
                    Words.of("选项字段需要选项，其他字段不能有", "A choice needs options, other kinds have none"))));
        }
    }

    private static JSONB options(@Nullable List<Option> options) {
        return JSONB.jsonb(JSON.writeValueAsString(options == null ? List.of() : options));
    }

    private static Row row(CustomFieldRecord row) {
        return new Row(
                Long.toString(row.getId()),
                row.getVersion(),
                row.getRecordType(),
                row.getCode(),
                CustomField.PREFIX + row.getCode(),
                row.getLabelZh(),
                row.getLabelEn(),
                Kind.valueOf(row.getKind()),
                row.getReference(),
                List.of(JSON.readValue(row.getOptions().data(), Option[].class)),
                row.getRequired(),
                row.getPosition(),
                row.getMaxLength());
    }
}
