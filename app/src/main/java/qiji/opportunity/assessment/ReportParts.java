package qiji.opportunity.assessment;

import java.io.IOException;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import qiji.opportunity.assessment.AssessmentView.Given;
import qiji.opportunity.profit.Profitability;
import qiji.opportunity.risk.RiskQueries;
import qiji.platform.Words;

/** The tables of a report: scores, risks, figures. */
final class ReportParts {
    private ReportParts() {}

    static void scores(AssessmentView view, Paper paper) throws IOException {
        paper.heading(Words.of("评分", "Scores").here());
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (AssessmentView.Criterion criterion : view.criteria()) {
            rows.add(Arrays.asList(
                    criterion.name(),
                    number(criterion.weight()),
                    number(criterion.mean()),
                    number(criterion.spread())));
        }
        paper.table(
                Arrays.asList(
                        Words.of("指标", "Criterion").here(),
                        Words.of("权重", "Weight").here(),
                        Words.of("平均分", "Mean").here(),
                        Words.of("差距", "Spread").here()),
                rows,
                3,
                1,
                1,
                1);
        for (AssessmentView.Rater rater : view.raters()) {
            paper.text(Words.of("%s，总分 %s", "%s, score %s")
                    .with(rater.person().name(), Objects.requireNonNullElse(number(rater.total()), "—"))
                    .here());
            List<List<@Nullable String>> marks = new ArrayList<>();
            for (Given mark : rater.marks()) {
                String name = view.criteria().stream()
                        .filter(it -> it.code().equals(mark.criterion()))
                        .map(AssessmentView.Criterion::name)
                        .findFirst()
                        .orElse(mark.criterion());
                marks.add(Arrays.asList(name, number(mark.value()), mark.comment()));
            }
            paper.table(
                    Arrays.asList(
                            Words.of("指标", "Criterion").here(),
                            Words.of("分值", "Value").here(),
                            Words.of("说明", "Comment").here()),
                    marks,
                    2,
                    1,
                    4);
        }
    }

    static void risks(List<RiskQueries.Row> risks, Paper paper) throws IOException {
        paper.heading(Words.of("风险", "Risks").here());
        if (risks.isEmpty()) {
            paper.note(Words.of("没有登记风险", "No risks are registered").here());
            return;
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (RiskQueries.Row risk : risks) {
            rows.add(Arrays.asList(
                    risk.title(),
                    "%d × %d = %d，%s"
                            .formatted(
                                    risk.probability(),
                                    risk.impact(),
                                    risk.weight(),
                                    risk.band().words().here()),
                    risk.ownerName(),
                    risk.mitigation(),
                    risk.state().words().here()));
        }
        paper.table(
                Arrays.asList(
                        Words.of("风险", "Risk").here(),
                        Words.of("概率 × 影响", "Probability × impact").here(),
                        Words.of("责任人", "Owner").here(),
                        Words.of("应对措施", "Mitigation").here(),
                        Words.of("状态", "State").here()),
                rows,
                2.4f,
                2.2f,
                1.3f,
                3.8f,
                1.3f);
    }

    static void profit(Profitability profit, Paper paper) throws IOException {
        paper.keep(200); // with its curve
        paper.heading(Words.of("收益测算（元）", "What it brings (yuan)").here());
        Integer payback = profit.paybackMonths();
        paper.text(Words.of(
                        "收入 %s，成本 %s，净收益 %s；毛利率 %s，投资回报率 %s，回收期 %s",
                        "Revenue %s, cost %s, net %s; margin %s, ROI %s, payback %s")
                .with(
                        money(profit.revenue()),
                        money(profit.cost()),
                        money(profit.net()),
                        percent(profit.marginPercent()),
                        percent(profit.roiPercent()),
                        payback == null
                                ? "—"
                                : Words.of("%s 个月", "%s months").with(payback).here())
                .here());
        paper.note(Words.of("累计现金，%s 至 %s 逐月", "Cumulated cash by month, %s to %s")
                .with(
                        month(profit.months().getFirst().month()),
                        month(profit.months().getLast().month()))
                .here());
        paper.curve(profit.curve().stream().map(BigDecimal::floatValue).toList());
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Profitability.Month month : profit.months()) {
            rows.add(Arrays.asList(
                    month(month.month()),
                    money(month.revenue()),
                    money(month.cost()),
                    money(month.net()),
                    money(month.cumulated())));
        }
        paper.table(
                Arrays.asList(
                        Words.of("月份", "Month").here(),
                        Words.of("收入", "Revenue").here(),
                        Words.of("成本", "Cost").here(),
                        Words.of("净额", "Net").here(),
                        Words.of("累计", "Cumulated").here()),
                rows,
                1,
                1.5f,
                1.5f,
                1.5f,
                1.5f);
    }

    static String month(LocalDate day) {
        return "%d-%02d".formatted(day.getYear(), day.getMonthValue());
    }

    static String money(BigDecimal yuan) {
        boolean whole = yuan.stripTrailingZeros().scale() <= 0;
        return new DecimalFormat(whole ? "#,##0" : "#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(yuan);
    }

    static String percent(@Nullable BigDecimal percent) {
        return percent == null ? "—" : percent.toPlainString() + "%";
    }

    static @Nullable String number(@Nullable BigDecimal number) {
        return number == null
                ? null
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
