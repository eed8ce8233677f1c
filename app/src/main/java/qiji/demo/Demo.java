package qiji.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import qiji.customer.PersonalData;
import qiji.demo.chance.Arrivals;
import qiji.demo.chance.Span;
import qiji.demo.client.ClientWriter;
import qiji.demo.client.Clients;
import qiji.demo.company.AccountFile;
import qiji.demo.company.Accounts;
import qiji.demo.company.Company;
import qiji.demo.company.CompanyPlan;
import qiji.demo.company.CompanyWriter;
import qiji.demo.project.ProjectWriter;
import qiji.platform.Vault;
import qiji.records.SearchTokens;

/**
 * Fills an empty installation with a believable company, all of it or nothing, and marks the database as a
 * demonstration for as long as it lives. It works as the owner of the database, past the front doors: only so can
 * records have a past. [X9]
 */
public final class Demo {
    /** What the shipped demonstration is made from. */
    public static final long SEED = 20_261_124;

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final double STAYS = 1.75;

    private final DataSource owner;
    private final Path data;
    private final Clock clock;

    /** {@code owner} connects as the owner of the migrated database; {@code data} is the data folder. */
    public Demo(DataSource owner, Path data, Clock clock) {
        this.owner = owner;
        this.data = data;
        this.clock = clock;
    }

    /**
     * Fills the database, the same way each time for the same seed and moment, but for passwords. Answers with one
     * account for each role; where the demonstration is there already, with those of then. Throws DemoRefused, with a
     * sentence for people, if the database holds anything else.
     */
    public List<DemoAccount> fill(DemoSize size, long seed) {
        AccountFile file = new AccountFile(data);
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            if (isDemo(connection)) {
                return file.read();
            }
            refuseRealData(connection);
            List<DemoAccount> accounts = fill(connection, size, seed);
            file.write(accounts);
            connection.commit();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum (analyze)");
            }
            return accounts;
        } catch (SQLException e) {
            throw new IllegalStateException("The demonstration could not be written: " + e.getMessage(), e);
        }
    }

    private List<DemoAccount> fill(Connection connection, DemoSize size, long seed) throws SQLException {
        long begun = System.nanoTime();
        execute(connection, "select set_config('qiji.writer', '0', true), set_config('qiji.via', 'demo', true)");
        try (Tables tables = new Tables(connection)) {
            List<DemoAccount> accounts = fill(connection, tables, size, seed);
            LOG.info(
                    "Made a demonstration of {} rows in {} ms",
                    tables.written(),
                    (System.nanoTime() - begun) / 1_000_000);
            return accounts;
        }
    }

    /** What asks the database for something comes before the rows begin to flow, or after they have arrived. */
    private List<DemoAccount> fill(Connection connection, Tables tables, DemoSize size, long seed) throws SQLException {
        Span span = Span.of(size.years(), clock.instant());
        Beginning.defineOwnFields(connection);
        List<Offer> offers = Offer.write(connection, span);
        Map<String, Long> opponents = Opponents.write(connection, span);
        Funnel funnel = Funnel.read(connection);
        long series = series(connection);
        Unburdened unburdened = Unburdened.take(connection, tables.names());
        Company company = new CompanyPlan(size, span, seed, tables.department::nextId, tables.user::nextId).draw();
        CompanyWriter people = new CompanyWriter(tables, company);
        people.writeAll(span.before(30));
        Clients clients = clients(tables, size, span, company, seed);
        double followUpsAStay = size.activities() / (STAYS * Math.max(1, size.opportunities()));
        World world = new World(
                seed, size, span, company, clients, offers, funnel, opponents, new Arrivals(span), followUpsAStay);
        long last = new LifeWriter(tables, world).writeAll(series);
        tables.finish();
        unburdened.restore();
        Closings.teach(connection, span);
        ProjectWriter.write(connection, Span.day(span.now()));
        List<DemoAccount> accounts = new Accounts(connection).open(company, people);
        finish(connection, last);
        return accounts;
    }

    private Clients clients(Tables tables, DemoSize size, Span span, Company company, long seed) throws SQLException {
        Clients clients = new Clients(
                size,
                span,
                company,
                seed,
                tables.customer.reserve(size.customers()),
                tables.contact.reserve(2L * size.customers()));
        new ClientWriter(tables, clients, new PersonalData(Vault.at(data)), seed).writeAll();
        return clients;
    }

    private static long series(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select nextval('opportunity.number_series')")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The audit tells of the last months what their versions tell, and that this is a demonstration. */
    private static void finish(Connection connection, long series) throws SQLException {
        execute(connection, "select setval('opportunity.number_series', %d)".formatted(series));
        execute(connection, """
                insert into audit.entry (at, user_id, via, action, subject_type, subject_id, reason)
                select valid_from, changed_by, changed_via, case version when 0 then 'insert' else 'update' end,
                    'opportunity.opportunity', id, reason
                from opportunity.opportunity_version where valid_from > now() - interval '60 days' order by valid_from
                """);
        // Written with the words of this version; people and the products that ship are few enough to leave to the job.
        execute(connection, """
                insert into records.search_index (record_type, version, complete)
                select type, %d, true
                from unnest(array ['customer', 'contact', 'opportunity', 'activity', 'task']) type
                on conflict (record_type) do update set version = excluded.version, complete = true
                """.formatted(SearchTokens.VERSION));
        execute(connection, "update platform.installation set demo = true, setup_hash = null, setup_until = null");
        execute(connection, """
                insert into audit.entry (user_id, via, action, subject_type, reason)
                values (0, 'demo', 'fill', 'platform.installation', 'demonstration')
                """);
    }

    /** Locks out any other who would fill it at the same time. */
    private static boolean isDemo(Connection connection) throws SQLException {
        return answer(connection, "select demo from platform.installation for update");
    }

    /** Where somebody has set a password, the system is in use, however little they have entered yet. */
    private static void refuseRealData(Connection connection) throws SQLException {
        if (answer(connection, """
                select exists (select from opportunity.opportunity) or exists (select from customer.customer)
                    or exists (select from organization.department)
                    or exists (select from organization.app_user where username <> 'admin' or password_hash is not null)
                """)) {
            throw new DemoRefused(
                    "This database holds data already, so no demonstration goes into it: start it in an empty folder.");
        }
    }

    private static boolean answer(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
