package qiji.opportunity.score;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.opportunity.score.ScoreCard.Criterion;
import qiji.opportunity.score.ScoreCard.Level;
import qiji.platform.Words;

/**
 * The score cards that may be chosen, how many raters an assessment needs at least, and the role of whom one must have rated
 * before a leader is asked, null for anybody. [D6 S9]
 */
public record ScoreCards(
        List<ScoreCard> cards, int leastRaters, @Nullable String firstRater) {
    @SuppressWarnings("ConstantValue") // written by people as JSON, who may leave it out
    public ScoreCards {
        cards = cards == null ? List.of() : List.copyOf(cards);
        leastRaters = Math.max(1, leastRaters);
    }

    /** Weights are equal. [S3 S1] */
    static ScoreCards shipped() {
        ScoreCard standard = new ScoreCard(
                "S3",
                Words.of("业务商机评分卡", "Standard score card"),
                List.of(
                        Criterion.of(
                                "DEMAND",
                                "市场需求",
                                "Market demand",
                                level(100, "旺盛", "Strong"),
                                level(75, "稳定", "Steady"),
                                level(50, "不稳定", "Unsteady"),
                                level(25, "低迷", "Weak")),
                        Criterion.of(
                                "COMPETITION",
                                "竞争态势",
                                "Competition",
                                level(100, "有利", "Favourable"),
                                level(75, "可控", "Under control"),
                                level(50, "不明朗", "Unclear"),
                                level(25, "恶劣", "Hostile")),
                        Criterion.of(
                                "RESOURCES",
                                "资源匹配",
                                "Match of resources",
                                level(100, "高", "High"),
                                level(75, "较高", "Rather high"),
                                level(50, "较低", "Rather low"),
                                level(25, "低", "Low")),
                        Criterion.of(
                                "PROFIT",
                                "盈利预测",
                                "Profit forecast",
                                level(100, "好", "Good"),
                                level(75, "较好", "Rather good"),
                                level(50, "一般", "Fair"),
                                level(25, "差", "Poor"))));
        ScoreCard extended = new ScoreCard(
                "S1",
                Words.of("扩展评分卡", "Extended score card"),
                List.of(
                        Criterion.of("MARKET_SIZE", "市场规模", "Market size"),
                        Criterion.of("COMPETITION_INTENSITY", "竞争强度", "Intensity of competition"),
                        Criterion.of("TECHNOLOGY", "技术要求", "Technical requirement"),
                        Criterion.of("PROFIT_MODEL", "盈利模式", "Profit model")));
        return new ScoreCards(List.of(standard, extended), 1, "SOLUTION_MANAGER");
    }

    private static Level level(int value, String zh, String en) {
        return new Level(BigDecimal.valueOf(value), Words.of(zh, en));
    }

    public @Nullable ScoreCard find(String code) {
        return cards.stream()
                .filter(card -> card.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
