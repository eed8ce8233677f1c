package qiji.opportunity;

import static db.opportunity.Tables.OPPORTUNITY;
import static qiji.records.Fields.bool;
import static qiji.records.Fields.choice;
import static qiji.records.Fields.date;
import static qiji.records.Fields.dictionary;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.integer;
import static qiji.records.Fields.longText;
import static qiji.records.Fields.money;
import static qiji.records.Fields.percent;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.tags;
import static qiji.records.Fields.text;

import db.opportunity.tables.OpportunityTable;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jooq.Field;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.customer.CustomerFields;
import qiji.opportunity.control.ControlFields;
import qiji.opportunity.duty.DutyFields;
import qiji.opportunity.grade.GradeFields;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.life.ValidityState;
import qiji.opportunity.review.ClosingFields;
import qiji.opportunity.rival.RivalFields;
import qiji.opportunity.score.ScoreFields;
import qiji.organization.DepartmentFields;
import qiji.organization.UserFields;
import qiji.platform.Words;
import qiji.process.Maturity;
import qiji.process.ProcessFields;
import qiji.process.StageFields;
import qiji.records.FieldOf;
import qiji.records.RecordType;

/**
 * The fields of an opportunity: what lists, filters, boards, exports and imports know of it. What only verbs of the trade
 * change is read-only; of that, an import may set the facts of the past. [D1 D2]
 */
@Configuration(proxyBeanMethods = false)
public class OpportunityFields {
    public static final RecordType<OpportunityTable> TYPE = RecordType.of(
                    Opportunities.TYPE, Words.of("商机", "Opportunity"), OPPORTUNITY, o -> o.ID)
            .label("name", o -> o.NAME)
            .hint(o -> o.NUMBER)
            .versioned()
            .seen(Opportunities::sight)
            .walkedBy("createdAt")
            .search(o -> o.SEARCH, o -> o.NUMBER, o -> o.EXTERNAL_ID)
            .customFields(o -> o.CUSTOM)
            .defaultSort("-createdAt")
            .keyFields("externalId", "number")
            .fields(
                    text("number", "商机编号", "Number", (OpportunityTable o) -> o.NUMBER)
                            .asCode()
                            .importedOnly()
                            .column()
                            .alsoCalled("编号"),
                    text("name", "商机名称", "Name", (OpportunityTable o) -> o.NAME)
                            .required()
                            .column()
                            .alsoCalled("opportunity", "项目名称", "商机"),
                    reference(
                                    "customer",
                                    "客户",
                                    "Customer",
                                    (OpportunityTable o) -> o.CUSTOMER_ID,
                                    () -> CustomerFields.TYPE)
                            .finds()
                            .column()
                            .alsoCalled("account", "客户名称"),
                    reference(
                            "process",
                            "销售流程",
                            "Sales process",
                            (OpportunityTable o) -> o.PROCESS_ID,
                            () -> ProcessFields.TYPE),
                    reference("stage", "阶段", "Stage", (OpportunityTable o) -> o.STAGE_ID, () -> StageFields.TYPE)
                            .rankedBy("process", "position")
                            .importedOnly()
                            .column()
                            .alsoCalled("deal_stage", "销售阶段"),
                    instant("stageEnteredAt", "进入阶段时间", "Stage entered at", (OpportunityTable o) -> o.STAGE_ENTERED_AT)
                            .readOnly()
                            .hiddenFromImport(),
                    choice("status", "状态", "Status", (OpportunityTable o) -> o.STATUS, OpportunityStatus.class)
                            .importedOnly()
                            .column(),
                    instant("statusAt", "状态变更时间", "Status since", (OpportunityTable o) -> o.STATUS_AT)
                            .readOnly()
                            .hiddenFromImport(),
                    choice("maturity", "成熟度", "Maturity", Computed::maturity, Maturity.class)
                            .of("valid", "stage")
                            .with(Computed.STAGE_FIELD)
                            .readOnly()
                            .hiddenFromImport(),
                    choice("validityState", "有效性", "Validity", Computed::validityState, ValidityState.class)
                            .of("valid")
                            .readOnly()
                            .hiddenFromImport(),
                    reference("owner", "负责人", "Owner", (OpportunityTable o) -> o.OWNER_ID, () -> UserFields.TYPE)
                            .column()
                            .alsoCalled("sales_agent", "客户经理"),
                    reference(
                                    "department",
                                    "部门",
                                    "Department",
                                    (OpportunityTable o) -> o.DEPARTMENT_ID,
                                    () -> DepartmentFields.TYPE)
                            .readOnly()
                            .hiddenFromImport(),
                    reference(
                            "responsibleLeader",
                            "责任领导",
                            "Responsible leader",
                            (OpportunityTable o) -> o.RESPONSIBLE_LEADER_ID,
                            () -> UserFields.TYPE),
                    money("expectedAmount", "预计金额", "Expected amount", (OpportunityTable o) -> o.EXPECTED_AMOUNT)
                            .summable()
                            .column()
                            .alsoCalled("amount", "金额"),
                    money("committedAmount", "承诺金额", "Committed amount", (OpportunityTable o) -> o.COMMITTED_AMOUNT)
                            .summable(),
                    money("customerBudget", "客户预算", "Customer's budget", (OpportunityTable o) -> o.CUSTOMER_BUDGET)
                            .summable()
                            .alsoCalled("预算"),
                    monthly("expectedMonthly", "预计月收入", "Expected monthly", "expectedAmount", o -> o.EXPECTED_AMOUNT),
                    monthly(
                            "committedMonthly",
                            "承诺月收入",
                            "Committed monthly",
                            "committedAmount",
                            o -> o.COMMITTED_AMOUNT),
                    monthly("budgetMonthly", "月预算", "Monthly budget", "customerBudget", o -> o.CUSTOMER_BUDGET),
                    money("weightedAmount", "加权金额", "Weighted amount", Computed::weightedAmount)
                            .of("expectedAmount", "wonAmount", "status", "stage")
                            .with(Computed.STAGE_FIELD)
                            .readOnly()
                            .hiddenFromImport()
                            .summable(),
                    money("wonAmount", "成交金额", "Won amount", (OpportunityTable o) -> o.WON_AMOUNT)
                            .importedOnly()
                            .summable()
                            .alsoCalled("close_value"),
                    integer("contractMonths", "合同月数", "Contract months", (OpportunityTable o) -> o.CONTRACT_MONTHS),
                    integer("lineCount", "线路条数", "Lines", (OpportunityTable o) -> o.LINE_COUNT)
                            .summable(),
                    percent(
                            "ownerWinRate",
                            "负责人预估赢率",
                            "Win rate by its owner",
                            (OpportunityTable o) -> o.OWNER_WIN_RATE),
                    date("expectedSignOn", "预计签约日期", "Expected signing", (OpportunityTable o) -> o.EXPECTED_SIGN_ON)
                            .column(),
                    date(
                            "expectedRevenueOn",
                            "预计首次收入日期",
                            "Expected first revenue",
                            (OpportunityTable o) -> o.EXPECTED_REVENUE_ON),
                    date("openedOn", "商机日期", "Opened on", (OpportunityTable o) -> o.OPENED_ON)
                            .importedOnly()
                            .alsoCalled("engage_date"),
                    date("closedOn", "关闭日期", "Closed on", (OpportunityTable o) -> o.CLOSED_ON)
                            .importedOnly()
                            .alsoCalled("close_date"),
                    dictionary("source", "商机来源", "Source", (OpportunityTable o) -> o.SOURCE, "opportunity-source"),
                    text("sourceDetail", "来源说明", "Source detail", (OpportunityTable o) -> o.SOURCE_DETAIL)
                            .maxLength(500),
                    longText("description", "说明", "Description", (OpportunityTable o) -> o.DESCRIPTION)
                            .maxLength(10_000),
                    bool("valid", "有效商机", "Valid", (OpportunityTable o) -> o.VALID)
                            .of("needKnown", "kpKnown", "budgetKnown")
                            .readOnly()
                            .hiddenFromImport(),
                    bool("needKnown", "需求已知", "Need known", (OpportunityTable o) -> o.NEED_KNOWN)
                            .readOnly()
                            .hiddenFromImport(),
                    longText("needEvidence", "需求依据", "Evidence of need", (OpportunityTable o) -> o.NEED_EVIDENCE)
                            .readOnly()
                            .hiddenFromImport(),
                    bool("kpKnown", "KP 已知", "Decision-maker known", (OpportunityTable o) -> o.KP_KNOWN)
                            .readOnly()
                            .hiddenFromImport(),
                    longText("kpEvidence", "KP 依据", "Evidence of decision-maker", (OpportunityTable o) -> o.KP_EVIDENCE)
                            .readOnly()
                            .hiddenFromImport(),
                    bool("budgetKnown", "预算已知", "Budget known", (OpportunityTable o) -> o.BUDGET_KNOWN)
                            .readOnly()
                            .hiddenFromImport(),
                    longText("budgetEvidence", "预算依据", "Evidence of budget", (OpportunityTable o) -> o.BUDGET_EVIDENCE)
                            .readOnly()
                            .hiddenFromImport(),
                    reference(
                                    "validityWaivedBy",
                                    "豁免人",
                                    "Validity waived by",
                                    (OpportunityTable o) -> o.VALIDITY_WAIVED_BY,
                                    () -> UserFields.TYPE)
                            .readOnly()
                            .hiddenFromImport(),
                    longText(
                                    "validityWaiver",
                                    "豁免理由",
                                    "Reason of the waiver",
                                    (OpportunityTable o) -> o.VALIDITY_WAIVER)
                            .readOnly()
                            .hiddenFromImport(),
                    text("nextStep", "下一步", "Next step", (OpportunityTable o) -> o.NEXT_STEP)
                            .maxLength(500),
                    date("nextStepOn", "下一步日期", "Next step on", (OpportunityTable o) -> o.NEXT_STEP_ON),
                    instant("lastFollowUpAt", "最近跟进", "Last follow-up", (OpportunityTable o) -> o.LAST_FOLLOW_UP_AT)
                            .readOnly()
                            .hiddenFromImport(),
                    integer("daysInStage", "在阶段天数", "Days in stage", Computed::daysInStage)
                            .of("stageEnteredAt")
                            .readOnly()
                            .hiddenFromImport(),
                    integer("overstayDays", "超期天数", "Days overstayed", Computed::overstayDays)
                            .of("stageEnteredAt", "daysInStage")
                            .with(Computed.STAGE_FIELD)
                            .readOnly()
                            .hiddenFromImport(),
                    date("wakeUpOn", "唤醒日期", "Wakes up on", (OpportunityTable o) -> o.WAKE_UP_ON)
                            .importedOnly(),
                    dictionary(
                                    "lostReason",
                                    "失败原因",
                                    "Reason for loss",
                                    (OpportunityTable o) -> o.LOST_REASON,
                                    "lost-reason")
                            .importedOnly(),
                    text("lostTo", "输给对手", "Lost to", (OpportunityTable o) -> o.LOST_TO)
                            .importedOnly(),
                    longText("lossSummary", "失败总结", "Summary of the loss", (OpportunityTable o) -> o.LOSS_SUMMARY)
                            .importedOnly(),
                    longText("lesson", "经验教训", "Lesson", (OpportunityTable o) -> o.LESSON)
                            .importedOnly(),
                    longText("prevention", "预防措施", "Prevention", (OpportunityTable o) -> o.PREVENTION)
                            .importedOnly(),
                    dictionary(
                                    "invalidCause",
                                    "作废原因",
                                    "Cause of invalidity",
                                    (OpportunityTable o) -> o.INVALID_CAUSE,
                                    "invalid-cause")
                            .importedOnly(),
                    longText("closingNote", "关闭说明", "Closing note", (OpportunityTable o) -> o.CLOSING_NOTE)
                            .importedOnly(),
                    choice("secrecy", "密级", "Secrecy", (OpportunityTable o) -> o.SECRECY, Secrecy.class),
                    tags("tags", "标签", "Tags", (OpportunityTable o) -> o.TAGS),
                    text("externalId", "外部编号", "External id", (OpportunityTable o) -> o.EXTERNAL_ID)
                            .asCode()
                            .maxLength(100)
                            .alsoCalled("opportunity_id"),
                    bool("imported", "导入的", "Imported", (OpportunityTable o) -> o.IMPORTED)
                            .readOnly()
                            .hiddenFromImport(),
                    instant("createdAt", "创建时间", "Created at", (OpportunityTable o) -> o.CREATED_AT)
                            .readOnly()
                            .hiddenFromImport()
                            .column())
            .fields(GradeFields.fields())
            .fields(DutyFields.fields())
            .fields(Classification.fields())
            .fields(RivalFields.fields())
            .fields(ScoreFields.fields())
            .fields(ClosingFields.fields())
            .fields(ControlFields.fields());

    /** The contract total a month of the contract; empty while its months are unknown. Yuan. [D1 M4] */
    private static FieldOf<OpportunityTable> monthly(
            String name, String zh, String en, String total, Function<OpportunityTable, Field<BigDecimal>> at) {
        return money(name, zh, en, (OpportunityTable o) -> Computed.monthly(at.apply(o), o))
                .of(total, "contractMonths")
                .readOnly()
                .hiddenFromImport()
                .summable();
    }

    @Bean
    RecordType<?> opportunityType() {
        return TYPE;
    }
}
