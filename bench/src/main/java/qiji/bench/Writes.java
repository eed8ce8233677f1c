package qiji.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Scenarios that write. What they make is called by one name and taken away in the end. */
final class Writes {
    private static final Scenario.Bar BAR = new Scenario.Bar(null, 60.0, 2.0);
    private static final String WRITER =
            "select set_config('qiji.writer', ?, true), set_config('qiji.via', 'bench', true),"
                    + " set_config('qiji.reason', ?, true)";
    private static final String ENTER =
            "insert into opportunity.stage_visit (opportunity_id, stage_id, entered_at, entered_by, reason) values (?, ?, now(), ?, ?)";
    private static final int FEWEST = 2;
    private static final String MOVER = "CENTER_DIRECTOR";

    private final Visitors visitors;
    private final Twins twins;

    Writes(Visitors visitors, Twins twins) {
        this.visitors = visitors;
        this.twins = twins;
    }

    List<Scenario> all() throws IOException, InterruptedException, SQLException {
        List<Scenario> all = new ArrayList<>(List.of(create()));
        Scope scope = Scope.below(twins, twins.userId(MOVER));
        List<Long> movable = twins.ids("""
                select t.id from opportunity.opportunity t join process.stage s on s.id = t.stage_id
                where %s and t.status = 'OPEN' and s.code = 'B' and t.valid and t.expected_amount is not null
                  and t.expected_sign_on is not null and t.customer_id is not null order by t.id limit 400
                """.formatted(scope.condition()), scope.with());
        if (movable.size() >= FEWEST) {
            all.add(move(scope, movable));
        } else {
            System.out.println("Too few opportunities to move about: the stage move is left out.");
        }
        return all;
    }

    private Scenario create() throws IOException, InterruptedException, SQLException {
        long seller = twins.userId("ACCOUNT_MANAGER");
        long customer = twins.ids("select id from customer.customer where owner_id = ? order by id limit 1", seller)
                .getFirst();
        Visitor visitor = visitors.as("ACCOUNT_MANAGER");
        String body = """
                {"name": "%s", "customer": "%d", "expectedAmount": 120000, "expectedSignOn": "2027-03-31"}
                """.formatted(Twins.MADE, customer);
        return new Scenario(
                "create",
                _ -> visitor.send("POST", "/api/opportunities", body).length > 0,
                _ -> {
                    insert(seller, customer);
                    return true;
                },
                BAR);
    }

    /** What the application asks and says in one transaction, no more: may the customer be seen, whose, number, rows. */
    private void insert(long seller, long customer) throws SQLException {
        twins.begin();
        twins.rows("select id from customer.customer where id = ? and owner_id = ?", customer, seller);
        twins.rows(WRITER, Long.toString(seller), "");
        twins.rows("select department_id, state from organization.app_user where id = ?", seller);
        String number = "SJ-202611-B"
                + twins.rows("select nextval('opportunity.number_series')").getFirst();
        List<String> made = twins.rows("""
                insert into opportunity.opportunity (number, name, customer_id, process_id, stage_id, stage_entered_at,
                    owner_id, department_id, expected_amount, expected_sign_on, opened_on, search, created_by)
                select ?, ?, ?, s.process_id, s.id, now(), u.id, u.department_id, 120000, '2027-03-31', current_date,
                    array_to_tsvector(array ['bench', '性', '能', '测', '试', '商', '机', '性能', '能测', '测试', '试商', '商机']), u.id
                from organization.app_user u, process.stage s join process.process p on p.id = s.process_id and p.is_default
                where u.id = ? and s.position = 1 returning id, stage_id
                """, number, Twins.MADE, customer, seller);
        String[] key = made.getFirst().split("\\|", -1);
        twins.write(ENTER, Long.parseLong(key[0]), Long.parseLong(key[1]), seller, null);
        twins.commit();
    }

    /** To and fro between the second stage and the first: half of them by request, half by twin. */
    private Scenario move(Scope scope, List<Long> movable) throws IOException, InterruptedException, SQLException {
        List<Long> requested = movable.subList(0, movable.size() / 2);
        List<Long> twinned = movable.subList(movable.size() / 2, movable.size());
        List<Long> stages = twins.ids(
                "select s.id from process.stage s join process.process p on p.id = s.process_id where p.is_default order by position limit 2");
        Visitor visitor = visitors.as(MOVER);
        long mover = twins.userId(MOVER);
        Toggle ours = new Toggle(requested, stages);
        Toggle theirs = new Toggle(twinned, stages);
        return new Scenario(
                "stage move",
                _ -> {
                    Toggle.Step step = ours.next();
                    return visitor.send(
                                            "PUT",
                                            "/api/opportunities/%d/stage".formatted(step.id()),
                                            "{\"stageId\": \"%d\", \"reason\": \"bench\"}".formatted(step.stageId()))
                                    .length
                            > 0;
                },
                _ -> {
                    update(mover, scope, theirs.next());
                    return true;
                },
                BAR);
    }

    private void update(long mover, Scope scope, Toggle.Step step) throws SQLException {
        twins.begin();
        twins.rows(WRITER, Long.toString(mover), "bench");
        twins.rows(
                "select * from opportunity.opportunity t where %s and t.id = ? for update".formatted(scope.condition()),
                scope.with(step.id()));
        twins.rows("select role from opportunity.member where opportunity_id = ? and user_id = ?", step.id(), mover);
        twins.write(
                "update opportunity.stage_visit set left_at = greatest(entered_at, now()) where opportunity_id = ? and left_at is null",
                step.id());
        twins.write(ENTER, step.id(), step.stageId(), mover, "bench");
        twins.write(
                "update opportunity.opportunity set stage_id = ?, stage_entered_at = now(), version = version + 1 where id = ?",
                step.stageId(),
                step.id());
        twins.commit();
    }
}
