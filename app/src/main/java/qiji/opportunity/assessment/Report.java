package qiji.opportunity.assessment;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityFields;
import qiji.opportunity.plan.PlanDraft.Resource;
import qiji.opportunity.profit.ProfitQueries;
import qiji.opportunity.profit.Profitability;
import qiji.opportunity.risk.RiskQueries;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.records.Records;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report of an assessment, as PDF in the language of who reads it, as far as they may read: with facts, risks and figures as
 * they were when it was sent, or as they are while it is rated. [D6]
 */
@Service
class Report {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> FACTS = List.of(
            "number", "customer", "owner", "department", "stage", "expectedAmount", "customerBudget", "expectedSignOn");

    private final AssessmentPages pages;
    private final RiskQueries risks;
    private final ProfitQueries profits;
    private final Records records;
    private final FieldLabels labels;
    private final JsonMapper json;

    Report(
            AssessmentPages pages,
            RiskQueries risks,
            ProfitQueries profits,
            Records records,
            FieldLabels labels,
            JsonMapper json) {
        this.pages = pages;
        this.risks = risks;
        this.profits = profits;
        this.records = records;
        this.labels = labels;
        this.json = json;
    }

    /** What stands beside the scores, as it was {@code asOf}, null for now; {@code profit} is null for who may not know. */
    record Beside(
            @Nullable Instant asOf,
            RiskQueries.Register register,
            @Nullable Profitability profit) {}

    /** Throws NOT_FOUND. */
    @Transactional(readOnly = true)
    public Beside beside(long opportunityId, long id, Viewer viewer) {
        return beside(pages.one(opportunityId, id, viewer), opportunityId, viewer);
    }

    private Beside beside(AssessmentView view, long opportunityId, Viewer viewer) {
        Instant moment = view.state().isFixed() ? view.submittedAt() : null;
        return new Beside(
                moment, risks.then(opportunityId, moment, viewer), profits.then(opportunityId, moment, viewer));
    }

    /** Throws NOT_FOUND. */
    @Transactional(readOnly = true)
    public byte[] pdf(long opportunityId, long id, Viewer viewer) {
        AssessmentView view = pages.one(opportunityId, id, viewer);
        Beside beside = beside(view, opportunityId, viewer);
        Map<String, @Nullable Object> values = values(opportunityId, beside.asOf, viewer);
        String title = Words.of("商机评估报告", "Assessment report").here();
        try (Paper paper = new Paper(title)) {
            paper.title(title);
            if (values.get("name") != null) {
                paper.text(String.valueOf(values.get("name")));
            }
            paper.note(about(view));
            if (beside.asOf != null) {
                paper.note(Words.of(
                                "以下商机信息、风险与收益测算是 %s 送审时的情况。",
                                "Facts, risks and figures below are those of %s, when it was sent.")
                        .with(MINUTE.format(beside.asOf.atZone(Time.ZONE)))
                        .here());
            }
            facts(values, paper);
            outcome(view, paper);
            ReportParts.scores(view, paper);
            ReportParts.risks(beside.register.risks(), paper);
            Profitability profit = beside.profit;
            if (profit != null && !profit.months().isEmpty()) {
                ReportParts.profit(profit, paper);
            }
            return paper.finish();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Nothing of a moment when the viewer would not have seen it. */
    private Map<String, @Nullable Object> values(long id, @Nullable Instant moment, Viewer viewer) {
        List<String> fields = new ArrayList<>(FACTS);
        fields.add("name");
        return records
                .query(OpportunityFields.TYPE, viewer)
                .at(moment)
                .withArchived()
                .fields(records.readable(Opportunities.TYPE, fields, viewer))
                .only(List.of(id))
                .page(1, null)
                .rows()
                .stream()
                .findFirst()
                .orElse(Map.of());
    }

    private static String about(AssessmentView view) {
        AssessmentView.Card card = view.card();
        Words edition = card.edition() == null
                ? Words.of("系统自带", "as shipped")
                : Words.of("第 %s 版，自 %s 起", "edition %s, from %s")
                        .with(card.edition(), String.valueOf(card.effectiveFrom()));
        return Words.of("第 %s 次评估 · %s（%s） · %s · 打印于 %s", "Assessment %s · %s (%s) · %s · printed %s")
                .with(
                        view.number(),
                        card.name(),
                        edition.here(),
                        state(view.state()).here(),
                        MINUTE.format(Instant.now().atZone(Time.ZONE)))
                .here();
    }

    private static Words state(AssessmentState state) {
        return switch (state) {
            case DRAFT -> Words.of("评分中", "Being rated");
            case SUBMITTED -> Words.of("审批中", "Waiting for approval");
            case RETURNED -> Words.of("已退回", "Returned");
            case REJECTED -> Words.of("未通过", "Rejected");
            case APPROVED -> Words.of("已批准", "Approved");
        };
    }

    private void facts(Map<String, @Nullable Object> values, Paper paper) throws IOException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (String field : FACTS) {
            if (values.containsKey(field)) {
                rows.add(Arrays.asList(labels.of(field).here(), plain(values.get(field))));
            }
        }
        if (!rows.isEmpty()) {
            paper.table(Arrays.asList(Words.of("商机", "Opportunity").here(), ""), rows, 1, 3);
        }
    }

    private @Nullable String plain(@Nullable Object value) {
        JsonNode node = json.valueToTree(value);
        return node.isNull()
                ? null
                : node.isNumber()
                        ? ReportParts.money(node.decimalValue())
                        : node.isObject() ? node.path("label").asString("—") : node.asString();
    }

    private static void outcome(AssessmentView view, Paper paper) throws IOException {
        paper.heading(Words.of("结论", "Outcome").here());
        List<List<@Nullable String>> rows = new ArrayList<>();
        rows.add(Arrays.asList(Words.of("总分", "Score").here(), ReportParts.number(view.score())));
        rows.add(Arrays.asList(Words.of("评分人之间的差距", "Spread of raters").here(), ReportParts.number(view.spread())));
        if (view.screened() != null) {
            rows.add(Arrays.asList(
                    Words.of("规则得出", "By the rule").here(),
                    view.screened().words().here() + " — " + view.screenedBy()));
        }
        if (view.direction() != null) {
            rows.add(Arrays.asList(
                    Words.of("方向", "Direction").here(), view.direction().words().here()));
        }
        if (view.conclusion() != null) {
            rows.add(Arrays.asList(Words.of("说明", "Conclusion").here(), view.conclusion()));
        }
        if (!view.followers().isEmpty()) {
            rows.add(Arrays.asList(
                    Words.of("跟进人员", "Followers").here(),
                    view.followers().stream()
                            .map(it ->
                                    it.person().name() + "（" + it.role().words().here() + "）")
                            .collect(joining("、"))));
        }
        if (!view.support().isEmpty()) {
            rows.add(Arrays.asList(
                    Words.of("支撑资源", "Support").here(),
                    view.support().stream().map(Resource::name).collect(joining("、"))));
        }
        rows.add(who(Words.of("送审", "Sent"), view.submittedBy(), view.submittedAt()));
        rows.add(who(Words.of("审批", "Decided"), view.decidedBy(), view.decidedAt()));
        paper.table(List.of(), rows, 1, 3);
    }

    private static List<@Nullable String> who(
            Words what, AssessmentView.@Nullable Person person, @Nullable Instant at) {
        return Arrays.asList(
                what.here(),
                person == null || at == null ? null : person.name() + "，" + MINUTE.format(at.atZone(Time.ZONE)));
    }
}
