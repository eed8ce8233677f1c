package qiji.process;

import static db.process.Tables.PROCESS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.nullif;
import static qiji.records.Fields.bool;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.longText;
import static qiji.records.Fields.text;

import db.process.tables.ProcessTable;
import org.jooq.Field;
import org.jooq.JSONB;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.platform.Words;
import qiji.records.RecordType;

/** The fields of a sales process, as references from opportunities open them. */
@Configuration(proxyBeanMethods = false)
public class ProcessFields {
    private static final Words READER = Words.of("zh", "en");

    public static final RecordType<ProcessTable> TYPE = RecordType.of(
                    "process", Words.of("销售流程", "Sales process"), PROCESS, (ProcessTable p) -> p.ID)
            .label("name", ProcessFields::nameOf)
            .hint(p -> p.CODE)
            .visibleToAllReaders()
            .archivedAt(p -> p.ARCHIVED_AT)
            .defaultSort("name")
            .keyFields("code", "name", "givenName")
            .fields(
                    text("name", "流程名称", "Name", ProcessFields::nameOf)
                            .readOnly()
                            .column(),
                    text("givenName", "流程原名称", "Name as given", (ProcessTable p) -> p.NAME)
                            .readOnly(),
                    text("code", "流程编码", "Code", (ProcessTable p) -> p.CODE)
                            .asCode()
                            .readOnly()
                            .column(),
                    longText("description", "说明", "Description", (ProcessTable p) -> p.DESCRIPTION)
                            .readOnly(),
                    bool("isDefault", "默认", "Default", (ProcessTable p) -> p.IS_DEFAULT)
                            .readOnly()
                            .column(),
                    instant("archivedAt", "停用时间", "Archived at", (ProcessTable p) -> p.ARCHIVED_AT)
                            .readOnly());

    /** What the reader of this request calls it. */
    public static Field<String> nameOf(ProcessTable p) {
        return nameHere(p.NAME, p.ENGLISH);
    }

    /** Without parameters, so that what is grouped by it can be told by it. */
    static Field<String> nameHere(Field<String> given, Field<JSONB> english) {
        return READER.here().equals("en")
                ? coalesce(nullif(jsonbGetAttributeAsText(english, inline("name")), inline("")), given)
                : given;
    }

    @Bean
    RecordType<?> processType() {
        return TYPE;
    }
}
