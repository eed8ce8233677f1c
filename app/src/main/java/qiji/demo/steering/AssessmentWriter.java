package qiji.demo.steering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.demo.CopyTable;
import qiji.demo.Tables;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Phrases;
import qiji.demo.chance.Span;

/** Writes assessments by one or two raters, with risks and figures: what scored well was won more often. [D6] */
public final class AssessmentWriter {
    public static final List<String> COLUMNS = CopyTable.columns("""
            id version opportunity_id number card state score screened screening_rule direction
            conclusion created_by created_at submitted_by submitted_at decided_by decided_at
            valid_from changed_by changed_via""");
    public static final List<String> SCORE_COLUMNS =
            CopyTable.columns("id assessment_id rater_id criterion value comment valid_from changed_by changed_via");
    public static final List<String> RISK_COLUMNS = CopyTable.columns("""
            id opportunity_id title probability impact owner_id mitigation state created_by
            created_at valid_from changed_by changed_via""");
    public static final List<String> CASH_COLUMNS =
            CopyTable.columns("id opportunity_id month revenue cost valid_from changed_by changed_via");

    /** The standard card as it ships. */
    private static final String CARD = """
            {"code":"S3","name":{"zh":"业务商机评分卡","en":"Standard score card"},"criteria":[\
            {"code":"DEMAND","name":{"zh":"市场需求","en":"Market demand"},"weight":1,"levels":[{"value":100,"name":{"zh":"旺盛","en":"Strong"}},{"value":75,"name":{"zh":"稳定","en":"Steady"}},{"value":50,"name":{"zh":"不稳定","en":"Unsteady"}},{"value":25,"name":{"zh":"低迷","en":"Weak"}}]},\
            {"code":"COMPETITION","name":{"zh":"竞争态势","en":"Competition"},"weight":1,"levels":[{"value":100,"name":{"zh":"有利","en":"Favourable"}},{"value":75,"name":{"zh":"可控","en":"Under control"}},{"value":50,"name":{"zh":"不明朗","en":"Unclear"}},{"value":25,"name":{"zh":"恶劣","en":"Hostile"}}]},\
            {"code":"RESOURCES","name":{"zh":"资源匹配","en":"Match of resources"},"weight":1,"levels":[{"value":100,"name":{"zh":"高","en":"High"}},{"value":75,"name":{"zh":"较高","en":"Rather high"}},{"value":50,"name":{"zh":"较低","en":"Rather low"}},{"value":25,"name":{"zh":"低","en":"Low"}}]},\
            {"code":"PROFIT","name":{"zh":"盈利预测","en":"Profit forecast"},"weight":1,"levels":[{"value":100,"name":{"zh":"好","en":"Good"}},{"value":75,"name":{"zh":"较好","en":"Rather good"}},{"value":50,"name":{"zh":"一般","en":"Fair"}},{"value":25,"name":{"zh":"差","en":"Poor"}}]}]}""";

    private static final String RULE = "{\"priority\":80,\"normal\":60,\"defer\":40}";
    private static final List<String> CRITERIA = List.of("DEMAND", "COMPETITION", "RESOURCES", "PROFIT");
    private static final List<String> STATES = List.of("OPEN", "MITIGATED", "CLOSED");

    private final CopyTable assessment;
    private final CopyTable score;
    private final CopyTable risk;
    private final CopyTable cash;

    public AssessmentWriter(CopyTable assessment, CopyTable score, CopyTable risk, CopyTable cash) {
        this.assessment = assessment;
        this.score = score;
        this.risk = risk;
        this.cash = cash;
    }

    /** An opportunity that may be assessed: {@code until} it was closed, or is. */
    public record About(
            long id,
            Instant from,
            Instant until,
            String status,
            long owner,
            @Nullable Long second,
            long leader,
            @Nullable BigDecimal amount) {}

    /** What the opportunity keeps of it. */
    public record Fixed(BigDecimal score, String direction) {}

    /** Null while nothing was approved. */
    public @Nullable Fixed write(Chance chance, About about) throws SQLException {
        Duration whole = Duration.between(about.from, about.until);
        Instant began =
                about.from.plus(whole.multipliedBy(chance.between(20, 50)).dividedBy(100));
        Instant sent = began.plus(whole.dividedBy(20));
        Instant decided = sent.plus(whole.dividedBy(20));
        boolean going = about.status.equals("OPEN") && chance.is(0.2);
        List<Long> raters = new ArrayList<>(List.of(about.owner));
        if (about.second != null && about.second != about.owner) {
            raters.add(about.second);
        }
        long id = assessment.nextId();
        BigDecimal total = scores(chance, about, id, raters, began);
        String direction = direction(total);
        assessment.add(
                id,
                going ? 0 : 2,
                about.id,
                1,
                CARD,
                going ? "DRAFT" : "APPROVED",
                going ? null : total,
                going ? null : direction,
                going ? null : RULE,
                going ? null : direction,
                going ? null : Phrases.any(chance, "assess.conclusion"),
                about.owner,
                began,
                going ? null : about.owner,
                going ? null : sent,
                going ? null : about.leader,
                going ? null : decided,
                going ? began : decided,
                going ? about.owner : about.leader,
                Tables.VIA);
        risks(chance, about, raters, began);
        cash(chance, about, began);
        return going ? null : new Fixed(total, direction);
    }

    private BigDecimal scores(Chance chance, About about, long id, List<Long> raters, Instant at) throws SQLException {
        double quality = switch (about.status) {
            case "WON" -> 2.9;
            case "LOST" -> 2.5;
            case "ABANDONED", "INVALID" -> 1.6;
            case "DEFERRED" -> 1.9;
            default -> 2.6;
        };
        quality += (chance.fraction() + chance.fraction() - 1) * 1.2; // how well it can be told in advance
        int sum = 0;
        for (long rater : raters) {
            for (String criterion : CRITERIA) {
                long level = Math.round(quality + (chance.fraction() + chance.fraction() - 1) * 1.8);
                int value = 25 * (int) Math.clamp(level, 1, 4);
                sum += value;
                score.add(
                        score.nextId(),
                        id,
                        rater,
                        criterion,
                        value,
                        chance.is(0.4) ? Phrases.any(chance, "assess.comment") : null,
                        at,
                        rater,
                        Tables.VIA);
            }
        }
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf((long) raters.size() * CRITERIA.size()), 2, RoundingMode.HALF_UP);
    }

    private static String direction(BigDecimal total) {
        int whole = total.intValue();
        return whole >= 80 ? "PRIORITY" : whole >= 60 ? "NORMAL" : whole >= 40 ? "DEFER" : "ABANDON";
    }

    private void risks(Chance chance, About about, List<Long> raters, Instant at) throws SQLException {
        for (int i = chance.between(0, 3); i > 0; i--) {
            risk.add(
                    risk.nextId(),
                    about.id,
                    Phrases.any(chance, "risk"),
                    chance.between(1, 5),
                    chance.between(1, 5),
                    chance.pick(raters),
                    Phrases.any(chance, "mitigation"),
                    chance.pick(STATES),
                    about.owner,
                    at,
                    at,
                    about.owner,
                    Tables.VIA);
        }
    }

    /** A year of equal revenue after what has to be spent first. */
    private void cash(Chance chance, About about, Instant at) throws SQLException {
        if (about.amount == null || chance.is(0.3)) {
            return;
        }
        BigDecimal monthly = about.amount.divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP);
        BigDecimal first = about.amount
                .multiply(BigDecimal.valueOf(chance.between(25, 55)))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        BigDecimal later = monthly.multiply(BigDecimal.valueOf(chance.between(10, 40)))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        LocalDate month = Span.day(at).withDayOfMonth(1).plusMonths(1);
        for (int i = 0; i < 12; i++) {
            cash.add(
                    cash.nextId(),
                    about.id,
                    month.plusMonths(i),
                    monthly,
                    i == 0 ? first : later,
                    at,
                    about.owner,
                    Tables.VIA);
        }
    }
}
