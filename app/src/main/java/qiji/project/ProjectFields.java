package qiji.project;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.project.Tables.ITEM;
import static db.project.Tables.PROJECT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static qiji.records.Fields.bool;
import static qiji.records.Fields.choice;
import static qiji.records.Fields.date;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.integer;
import static qiji.records.Fields.longText;
import static qiji.records.Fields.money;
import static qiji.records.Fields.percent;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.text;

import db.opportunity.tables.OpportunityTable;
import db.project.tables.ItemTable;
import db.project.tables.ProjectTable;
import java.math.BigDecimal;
import org.jooq.Field;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.opportunity.OpportunityFields;
import qiji.organization.UserFields;
import qiji.platform.Words;
import qiji.project.life.ProjectState;
import qiji.records.RecordType;
import qiji.records.past.AsOf;

/** The fields of a project: what lists, filters, sums and exports know of it. Its states are changed by verbs only. [D12] */
@Configuration(proxyBeanMethods = false)
public class ProjectFields {
    public static final RecordType<ProjectTable> TYPE = RecordType.of(
                    Projects.TYPE, Words.of("项目", "Project"), PROJECT, p -> p.ID)
            .label("name", p -> p.NAME)
            .versioned()
            .visible(Projects::visibleTo)
            .search(p -> p.SEARCH)
            .customFields(p -> p.CUSTOM)
            .defaultSort("-createdAt")
            .fields(
                    text("name", "项目名称", "Name", (ProjectTable p) -> p.NAME)
                            .required()
                            .maxLength(200)
                            .of("opportunity.name") // which it is called after
                            .column(),
                    reference(
                                    "opportunity",
                                    "商机",
                                    "Opportunity",
                                    (ProjectTable p) -> p.OPPORTUNITY_ID,
                                    () -> OpportunityFields.TYPE)
                            .readOnly()
                            .column(),
                    reference("lead", "项目负责人", "Lead", (ProjectTable p) -> p.LEAD_ID, () -> UserFields.TYPE)
                            .column(),
                    choice("state", "项目状态", "State", (ProjectTable p) -> p.STATE, ProjectState.class)
                            .readOnly()
                            .column(),
                    percent("percent", "进度", "Progress", (ProjectTable p) -> p.PERCENT)
                            .readOnly()
                            .column(),
                    date("dueOn", "计划完成日期", "Due on", (ProjectTable p) -> p.DUE_ON)
                            .column(),
                    integer("slipDays", "延期天数", "Days late", ProjectFields::slipDays)
                            .readOnly()
                            .column(),
                    money("wonAmount", "成交金额", "Won amount", ProjectFields::wonAmount)
                            .of("opportunity.wonAmount")
                            .readOnly()
                            .summable()
                            .column(),
                    bool("frozen", "冻结", "Frozen", ProjectFields::frozen)
                            .of("opportunity.status")
                            .readOnly(),
                    date("startedOn", "开始日期", "Started on", (ProjectTable p) -> p.STARTED_ON)
                            .readOnly(),
                    date("completedOn", "完成日期", "Completed on", (ProjectTable p) -> p.COMPLETED_ON)
                            .readOnly(),
                    longText("completionNote", "完成说明", "Completion note", (ProjectTable p) -> p.COMPLETION_NOTE)
                            .readOnly(),
                    date("closedOn", "关闭日期", "Closed on", (ProjectTable p) -> p.CLOSED_ON)
                            .readOnly(),
                    longText("closingNote", "关闭说明", "Closing note", (ProjectTable p) -> p.CLOSING_NOTE)
                            .readOnly(),
                    instant("stateAt", "状态变更时间", "State since", (ProjectTable p) -> p.STATE_AT)
                            .readOnly(),
                    instant("reportedAt", "最近汇报", "Last report", (ProjectTable p) -> p.REPORTED_AT)
                            .readOnly(),
                    instant("createdAt", "立项时间", "Set up at", (ProjectTable p) -> p.CREATED_AT)
                            .readOnly()
                            .column());

    private static Field<BigDecimal> wonAmount(ProjectTable p) {
        OpportunityTable won = OPPORTUNITY.as("won_opportunity");
        return field(select(won.WON_AMOUNT)
                .from(AsOf.rows(OPPORTUNITY, won.getName()))
                .where(won.ID.eq(p.OPPORTUNITY_ID)));
    }

    private static Field<Boolean> frozen(ProjectTable p) {
        OpportunityTable won = OPPORTUNITY.as("opened_opportunity");
        return field(select(field(won.STATUS.ne(inline("WON"))))
                .from(AsOf.rows(OPPORTUNITY, won.getName()))
                .where(won.ID.eq(p.OPPORTUNITY_ID)));
    }

    /** How much later its last item ends than at the baseline; empty without one. Days. */
    private static Field<Integer> slipDays(ProjectTable p) {
        ItemTable item = ITEM.as("slipped");
        return field(select(field(
                        "{0} - {1}", Integer.class, max(coalesce(item.DONE_ON, item.ENDS_ON)), max(item.BASE_ENDS_ON)))
                .from(AsOf.rows(ITEM, item.getName()))
                .where(item.PROJECT_ID.eq(p.ID)));
    }

    @Bean
    RecordType<?> projectType() {
        return TYPE;
    }
}
