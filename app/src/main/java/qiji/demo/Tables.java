package qiji.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.demo.client.ClientWriter;
import qiji.demo.steering.AssessmentWriter;
import qiji.demo.steering.StageWriter;

/** The tables that the demonstration fills, each with the columns in which its rows come. */
public final class Tables implements AutoCloseable {
    /** What the versions made here are said to have come by. */
    public static final String VIA = "demo";

    private static final List<String> VERSIONED = CopyTable.columns("valid_from changed_by changed_via");
    private static final List<String> ENDED = CopyTable.columns("valid_to ended_by");

    private final Connection connection;
    private final CopyTable.Sender sender;
    private final List<CopyTable> all = new ArrayList<>();
    public final CopyTable department;
    public final CopyTable user;
    public final CopyTable post;
    public final CopyTable customer;
    public final CopyTable customerHistory;
    public final CopyTable contact;
    final CopyTable opportunity;
    final CopyTable opportunityHistory;
    final CopyTable visit;
    final CopyTable line;
    final CopyTable lineHistory;
    final CopyTable member;
    final CopyTable involved;
    final CopyTable done;
    final CopyTable cityReport;
    final CopyTable activity;
    final CopyTable task;
    final CopyTable assessment;
    final CopyTable assessmentScore;
    final CopyTable risk;
    final CopyTable cashMonth;
    final CopyTable rival;
    final CopyTable stageAnswer;
    final CopyTable gateWaiver;

    Tables(Connection connection) throws SQLException {
        this.connection = connection;
        sender = new CopyTable.Sender(connection);
        department = withIds(
                "organization.department", CopyTable.columns("id parent_id name code leader_id position created_at"));
        user = withIds("organization.app_user", CopyTable.columns("""
                id username name employee_number title email department_id manager_id state search
                created_at"""));
        post = withIds("organization.post", CopyTable.columns("id user_id department_id title"));
        customer = withIds("customer.customer", ClientWriter.COLUMNS);
        customerHistory = without("customer.customer_history", plus(ClientWriter.COLUMNS, ENDED));
        contact = withIds("customer.contact", ClientWriter.CONTACT_COLUMNS);
        List<String> columns = OpportunityColumn.names();
        opportunity = withIds("opportunity.opportunity", columns);
        opportunityHistory = without("opportunity.opportunity_history", plus(columns, plus(List.of("valid"), ENDED)));
        visit = withIds(
                "opportunity.stage_visit",
                CopyTable.columns("id opportunity_id stage_id from_stage_id entered_at left_at entered_by reason"));
        List<String> lineColumns = plus(
                CopyTable.columns("id opportunity_id product_id position quantity price discount_percent"), VERSIONED);
        line = withIds("opportunity.line", lineColumns);
        lineHistory = without("opportunity.line_history", plus(lineColumns, ENDED));
        member = withIds("opportunity.member", plus(CopyTable.columns("id opportunity_id user_id role"), VERSIONED));
        involved = withIds(
                "opportunity.opportunity_contact",
                plus(CopyTable.columns("id opportunity_id contact_id role"), VERSIONED));
        done = withIds(
                "opportunity.done_action", plus(CopyTable.columns("id opportunity_id stage_id action"), VERSIONED));
        cityReport = withIds("opportunity.city_report", CopyTable.columns("""
                id opportunity_id reported_on reported_by answer answered_on answered_by answer_note"""));
        activity = withIds("activity.activity", CopyTable.columns("""
                id record_type record_id kind subject content outcome happened_at owner_id
                department_id next_step next_step_on search created_at created_by"""));
        task = withIds("activity.task", CopyTable.columns("""
                id record_type record_id title status priority due_on assignee_id department_id
                completed_at search created_at created_by"""));
        assessment = withIds("opportunity.assessment", AssessmentWriter.COLUMNS);
        assessmentScore = withIds("opportunity.assessment_score", AssessmentWriter.SCORE_COLUMNS);
        risk = withIds("opportunity.risk", AssessmentWriter.RISK_COLUMNS);
        cashMonth = withIds("opportunity.cash_month", AssessmentWriter.CASH_COLUMNS);
        rival = withIds("opportunity.rival", plus(CopyTable.columns("""
                id opportunity_id competitor_id threat strength weakness counter_strategy"""), VERSIONED));
        stageAnswer = withIds("opportunity.stage_answer", StageWriter.ANSWER_COLUMNS);
        gateWaiver = withIds("opportunity.gate_waiver", StageWriter.WAIVER_COLUMNS);
    }

    private CopyTable withIds(String table, List<String> columns) throws SQLException {
        return keep(CopyTable.withIds(connection, sender, table, columns));
    }

    private CopyTable without(String table, List<String> columns) {
        return keep(CopyTable.without(sender, table, columns));
    }

    private CopyTable keep(CopyTable table) {
        all.add(table);
        return table;
    }

    List<String> names() {
        return all.stream().map(CopyTable::name).toList();
    }

    long written() {
        return all.stream().mapToLong(CopyTable::written).sum();
    }

    /** Writes what is left, and lets the ids that the database makes go on after those made here. */
    void finish() throws SQLException {
        for (CopyTable table : all) {
            table.flush();
        }
        sender.await();
        try (var statement = connection.createStatement()) {
            for (CopyTable table : all) {
                if (table.hasIds()) {
                    statement.execute("select setval(pg_get_serial_sequence('%s', 'id'), %d, false)"
                            .formatted(table.name(), table.nextId()));
                }
            }
        }
    }

    @Override
    public void close() {
        sender.close();
    }

    /** A row of a table with what a version that has ended says beside. */
    public static @Nullable Object[] ended(@Nullable Object[] row, Object... more) {
        @Nullable Object[] ended = Arrays.copyOf(row, row.length + more.length);
        System.arraycopy(more, 0, ended, row.length, more.length);
        return ended;
    }

    private static List<String> plus(List<String> some, List<String> more) {
        List<String> both = new ArrayList<>(some);
        both.addAll(more);
        return List.copyOf(both);
    }
}
