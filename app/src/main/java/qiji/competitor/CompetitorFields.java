package qiji.competitor;

import static db.competitor.Tables.COMPETITOR;
import static qiji.records.Fields.choice;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.longText;
import static qiji.records.Fields.text;

import db.competitor.tables.CompetitorTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.platform.Words;
import qiji.records.RecordType;

/** The fields of a competitor: what lists, filters, exports and imports know of it. [D11] */
@Configuration(proxyBeanMethods = false)
public class CompetitorFields {
    public static final RecordType<CompetitorTable> TYPE = RecordType.of(
                    Competitors.TYPE, Words.of("竞争对手", "Competitor"), COMPETITOR, c -> c.ID)
            .label("name", c -> c.NAME)
            .hint(c -> c.OTHER_NAMES)
            .visibleToAllReaders()
            .search(c -> c.SEARCH)
            .alsoNamed(c -> c.OTHER_NAMES)
            .customFields(c -> c.CUSTOM)
            .archivedAt(c -> c.ARCHIVED_AT)
            .defaultSort("name")
            .keyFields("name")
            .fields(
                    text("name", "对手名称", "Name", (CompetitorTable c) -> c.NAME)
                            .required()
                            .column()
                            .alsoCalled("competitor", "竞争对手"),
                    text("otherNames", "别名", "Other names", (CompetitorTable c) -> c.OTHER_NAMES)
                            .maxLength(500)
                            .column()
                            .alsoCalled("简称", "alias"),
                    choice("priceLevel", "价格水平", "Price level", (CompetitorTable c) -> c.PRICE_LEVEL, PriceLevel.class)
                            .column(),
                    longText("strengths", "优势", "Strengths", (CompetitorTable c) -> c.STRENGTHS)
                            .column(),
                    longText("weaknesses", "劣势", "Weaknesses", (CompetitorTable c) -> c.WEAKNESSES)
                            .column(),
                    longText("note", "说明", "Note", (CompetitorTable c) -> c.NOTE),
                    instant("archivedAt", "归档时间", "Archived at", (CompetitorTable c) -> c.ARCHIVED_AT)
                            .readOnly()
                            .hiddenFromImport(),
                    instant("createdAt", "创建时间", "Created at", (CompetitorTable c) -> c.CREATED_AT)
                            .readOnly()
                            .hiddenFromImport());

    @Bean
    RecordType<?> competitorType() {
        return TYPE;
    }
}
