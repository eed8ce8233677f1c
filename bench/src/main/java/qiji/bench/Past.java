package qiji.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Lists and numbers as of the end of a day one year ago: what is asked of today, of that moment. [D17] */
final class Past {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.now(ZONE).minusYears(1);
    static final String ASKED = "&asOf=" + DAY;
    private static final String MOMENT = "timestamptz '%s'"
            .formatted(DAY.plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1_000));

    private final Visitors visitors;
    private final Twins twins;
    private final Numbers numbers;

    Past(Visitors visitors, Twins twins) {
        this.visitors = visitors;
        this.twins = twins;
        this.numbers = new Numbers(visitors, twins);
    }

    List<Scenario> all() throws IOException, InterruptedException, SQLException {
        Scope everything = Scope.ofEverything().at(MOMENT);
        Scope region = Scope.below(twins, twins.userId("REGION_SALES")).at(MOMENT);
        Scope team = Scope.below(twins, twins.userId("CENTER_DIRECTOR")).at(MOMENT);
        Scope own = Scope.ownAndTeam(twins, twins.userId("ACCOUNT_MANAGER")).at(MOMENT);
        return List.of(
                list("past list, everything", "SALES_OPS", everything, 300),
                list("past list, region", "REGION_SALES", region, 150),
                list("past list, team", "CENTER_DIRECTOR", team, 60),
                list("past list, own", "ACCOUNT_MANAGER", own, 60),
                sum("past sum, everything", "SALES_OPS", everything, 1_000),
                sum("past sum, region", "REGION_SALES", region, 300),
                numbers.board("past board, region", "REGION_SALES", region, ASKED, 300),
                numbers.board("past board, everything", "SALES_OPS", everything, ASKED, 1_000));
    }

    private Scenario list(String name, String role, Scope scope, double p95) throws IOException, InterruptedException {
        return Lists.newest(name, visitors.as(role), ASKED, twins, scope, new Scenario.Bar(null, p95, null));
    }

    private Scenario sum(String name, String role, Scope scope, double p95) throws IOException, InterruptedException {
        return numbers.sum(name, role, scope, ASKED, new Scenario.Bar(null, p95, null));
    }
}
