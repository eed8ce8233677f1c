package qiji.process;

import static db.process.Tables.STAGE;
import static qiji.records.Fields.bool;
import static qiji.records.Fields.choice;
import static qiji.records.Fields.integer;
import static qiji.records.Fields.percent;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.text;

import db.process.tables.StageTable;
import org.jooq.Field;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.platform.Words;
import qiji.records.RecordType;

/** The fields of a stage, as references from opportunities open them: {@code stage.winRate}. */
@Configuration(proxyBeanMethods = false)
public class StageFields {
    private static final String CONVERSION = "expectedConversion";

    public static final RecordType<StageTable> TYPE = RecordType.of(
                    "stage", Words.of("销售阶段", "Stage"), STAGE, (StageTable s) -> s.ID)
            .label("name", StageFields::nameOf)
            .hint(s -> s.CODE)
            .visibleToAllReaders()
            .archivedAt(s -> s.ARCHIVED_AT)
            .defaultSort("position")
            .keyFields("code", "name", "givenName")
            .fields(
                    text("name", "阶段名称", "Name", StageFields::nameOf).readOnly().column(),
                    text("givenName", "阶段原名称", "Name as given", (StageTable s) -> s.NAME)
                            .readOnly(),
                    text("code", "阶段编码", "Code", (StageTable s) -> s.CODE)
                            .asCode()
                            .readOnly()
                            .column(),
                    reference(
                                    "process",
                                    "销售流程",
                                    "Sales process",
                                    (StageTable s) -> s.PROCESS_ID,
                                    () -> ProcessFields.TYPE)
                            .readOnly()
                            .column(),
                    integer("position", "顺序", "Position", (StageTable s) -> s.POSITION)
                            .readOnly()
                            .column(),
                    percent("winRate", "赢率", "Win rate", (StageTable s) -> s.WIN_RATE)
                            .readOnly()
                            .column(),
                    percent(CONVERSION, "预计转化率", "Expected conversion", (StageTable s) -> s.EXPECTED_CONVERSION)
                            .readOnly(),
                    integer("plannedDays", "计划天数", "Planned days", (StageTable s) -> s.PLANNED_DAYS)
                            .readOnly(),
                    choice("maturity", "成熟度", "Maturity", (StageTable s) -> s.MATURITY, Maturity.class)
                            .readOnly()
                            .column(),
                    bool("isFinal", "赢单阶段", "Final", (StageTable s) -> s.IS_FINAL)
                            .readOnly());

    /** Whether they may know which share of a stage's opportunities is expected to go on. */
    public static boolean tellsConversion(Viewer viewer) {
        return viewer.accessTo("stage", CONVERSION) != FieldAccess.HIDDEN;
    }

    /** What the reader of this request calls it. */
    public static Field<String> nameOf(StageTable s) {
        return ProcessFields.nameHere(s.NAME, s.ENGLISH);
    }

    @Bean
    RecordType<?> stageType() {
        return TYPE;
    }
}
