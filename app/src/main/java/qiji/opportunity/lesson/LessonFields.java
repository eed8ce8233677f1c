package qiji.opportunity.lesson;

import static db.opportunity.Tables.LESSON;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static qiji.records.Fields.bool;
import static qiji.records.Fields.choice;
import static qiji.records.Fields.date;
import static qiji.records.Fields.dictionary;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.longText;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.text;

import db.opportunity.tables.LessonTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.Explains;
import qiji.access.SeenByRecord;
import qiji.competitor.CompetitorFields;
import qiji.competitor.CompetitorPermissions;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityFields;
import qiji.opportunity.life.OpportunityStatus;
import qiji.organization.UserFields;
import qiji.platform.Words;
import qiji.records.RecordType;

/** The fields of a lesson: what lists, filters, exports and the search know of it. All come of the opportunity. [D12 E4] */
@Configuration(proxyBeanMethods = false)
class LessonFields {
    /** How permissions and the catalogue name a lesson. */
    static final String NAME = "lesson";

    private static final Words WORDS = Words.of("经验教训", "Lesson");

    static final RecordType<LessonTable> TYPE = RecordType.of(NAME, WORDS, LESSON, l -> l.ID)
            .label("title", l -> l.TITLE)
            .visible(LessonSight::visibleTo)
            .search(l -> l.SEARCH, l -> l.TEXT)
            .defaultSort("-learntOn")
            .fields(
                    text("title", "标题", "Title", (LessonTable l) -> l.TITLE)
                            .of("opportunity.lesson")
                            .readOnly()
                            .column(),
                    longText("text", "经验教训", "Lesson", (LessonTable l) -> l.TEXT)
                            .of("opportunity.lesson")
                            .readOnly()
                            .column(),
                    choice("outcome", "结局", "Ended as", (LessonTable l) -> l.OUTCOME, OpportunityStatus.class)
                            .of("opportunity.status")
                            .readOnly()
                            .column(),
                    dictionary("reason", "失败原因", "Reason for loss", (LessonTable l) -> l.REASON, "lost-reason")
                            .of("opportunity.lostReason")
                            .readOnly()
                            .column(),
                    reference(
                                    "competitor",
                                    "输给的竞争对手",
                                    "Lost to competitor",
                                    (LessonTable l) -> l.COMPETITOR_ID,
                                    () -> CompetitorFields.TYPE)
                            .of("opportunity.lostToCompetitor")
                            .readableBy(CompetitorPermissions.READ)
                            .readOnly()
                            .column(),
                    dictionary("industry", "客户行业", "Customer's industry", (LessonTable l) -> l.INDUSTRY, "industry")
                            .of("customer.industry", "opportunity.customer")
                            .readOnly()
                            .column(),
                    reference(
                                    "opportunity",
                                    "来自商机",
                                    "Of the opportunity",
                                    (LessonTable l) -> l.OPPORTUNITY_ID,
                                    () -> OpportunityFields.TYPE)
                            .guarded()
                            .readOnly()
                            .column(),
                    date("learntOn", "结束日期", "Ended on", (LessonTable l) -> l.LEARNT_ON)
                            .of("opportunity.closedOn")
                            .readOnly()
                            .column(),
                    bool("published", "已公开", "Published", (LessonTable l) -> field(l.PUBLISHED_AT.isNotNull()))
                            .readOnly()
                            .column(),
                    instant("publishedAt", "公开时间", "Published at", (LessonTable l) -> l.PUBLISHED_AT)
                            .readOnly(),
                    reference(
                                    "publishedBy",
                                    "公开人",
                                    "Published by",
                                    (LessonTable l) -> l.PUBLISHED_BY,
                                    () -> UserFields.TYPE)
                            .readOnly());

    @Bean
    RecordType<?> lessonType() {
        return TYPE;
    }

    @Bean
    Explains lessonExplained() {
        return SeenByRecord.of(
                        NAME,
                        WORDS,
                        LESSON.ID,
                        viewer -> LessonSight.visibleTo(viewer, LESSON),
                        inline(Opportunities.TYPE),
                        LESSON.OPPORTUNITY_ID)
                .orBy(LessonSight::reasons);
    }
}
