package qiji.process;

import static db.process.Tables.PROCESS;
import static qiji.records.Fields.bool;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.longText;
import static qiji.records.Fields.text;

import db.process.tables.ProcessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.platform.Words;
import qiji.records.RecordType;

/** The fields of a sales process, as references from opportunities open them. */
@Configuration(proxyBeanMethods = false)
public class ProcessFields {
    public static final RecordType<ProcessTable> TYPE = RecordType.of(
                    "process", Words.of("销售流程", "Sales process"), PROCESS, (ProcessTable p) -> p.ID)
            .label("name", p -> p.NAME)
            .hint(p -> p.CODE)
            .visibleToAllReaders()
            .archivedAt(p -> p.ARCHIVED_AT)
            .defaultSort("name")
            .keyFields("code", "name")
            .fields(
                    text("name", "流程名称", "Name", (ProcessTable p) -> p.NAME)
                            .readOnly()
                            .column(),
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

    @Bean
    RecordType<?> processType() {
        return TYPE;
    }
}
