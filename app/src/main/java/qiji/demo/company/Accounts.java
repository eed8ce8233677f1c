package qiji.demo.company;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import qiji.demo.DemoAccount;
import qiji.demo.DemoRefused;
import qiji.organization.Setup;

/** Gives everybody their role, and to one of each role a password; the others cannot sign in. */
public final class Accounts {
    /** The roles of the product, in the order in which it names them. [A2] */
    public static final List<String> ROLES = List.of(
            "ACCOUNT_MANAGER",
            "SOLUTION_MANAGER",
            "OPPORTUNITY_ADMIN",
            "CENTER_DIRECTOR",
            "DEPUTY_GM",
            "GENERAL_MANAGER",
            "REGION_SALES",
            "SALES_OPS",
            "PARTNER",
            "SYSTEM_ADMIN");

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int PART = 4;

    private final Connection connection;
    private final SecureRandom random = new SecureRandom();

    public Accounts(Connection connection) {
        this.connection = connection;
    }

    public List<DemoAccount> open(Company company, CompanyWriter people) throws SQLException {
        Map<String, Role> roles = roles();
        give(company, roles);
        UnaryOperator<String> hasher = Setup.hasher();
        List<DemoAccount> accounts = new ArrayList<>();
        for (String code : ROLES) {
            Staff who = typical(code, company);
            String roleName = of(roles, code).name();
            accounts.add(new DemoAccount(code, roleName, who.name().written(), people.username(who), password()));
        }
        try (var update = connection.prepareStatement(
                "update organization.app_user set password_hash = ?, password_changed_at = now() where username = ?")) {
            for (DemoAccount account : accounts) {
                update.setString(1, hasher.apply(account.password()));
                update.setString(2, account.username());
                update.executeUpdate();
            }
        }
        return List.copyOf(accounts);
    }

    private record Role(long id, String name) {}

    private Map<String, Role> roles() throws SQLException {
        Map<String, Role> roles = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select code, id, name_zh from organization.role")) {
            while (row.next()) {
                roles.put(row.getString(1), new Role(row.getLong(2), row.getString(3)));
            }
        }
        return roles;
    }

    private static Role of(Map<String, Role> roles, String code) {
        Role role = roles.get(code);
        if (role == null) {
            throw new DemoRefused("The demonstration needs the roles that ship; %s is missing.".formatted(code));
        }
        return role;
    }

    private void give(Company company, Map<String, Role> roles) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into organization.user_role (user_id, role_id) values (?, ?)")) {
            for (Staff who : company.staff()) {
                insert.setLong(1, who.id());
                insert.setLong(2, of(roles, who.role()).id());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The people of one branch, as far as they have the role, so that what they see belongs together. */
    private static Staff typical(String role, Company company) {
        Branch branch = company.branches().getFirst();
        @Nullable
        Staff known = switch (role) {
            case "ACCOUNT_MANAGER" -> branch.sellers().getFirst();
            case "SOLUTION_MANAGER" -> branch.solutionManager();
            case "OPPORTUNITY_ADMIN" -> branch.administrator();
            case "CENTER_DIRECTOR" -> branch.director();
            case "DEPUTY_GM" -> branch.deputy();
            case "GENERAL_MANAGER" -> branch.generalManager();
            default -> null;
        };
        return known != null
                ? known
                : company.staff().stream()
                        .filter(it -> it.role().equals(role))
                        .findFirst()
                        .orElseThrow();
    }

    /** Easy to type, hard to guess: letters, digits and hyphens, about 60 bits. */
    private String password() {
        StringBuilder password = new StringBuilder();
        for (int part = 0; part < 3; part++) {
            password.append(part == 0 ? "" : "-").append(random.nextInt(2, 10));
            for (int i = 1; i < PART; i++) {
                password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return password.toString();
    }
}
