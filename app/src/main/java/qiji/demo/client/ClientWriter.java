package qiji.demo.client;

import db.customer.tables.records.ContactRecord;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.customer.PersonalData;
import qiji.customer.duplicates.NormalizedName;
import qiji.demo.CopyTable;
import qiji.demo.Lexemes;
import qiji.demo.Tables;
import qiji.demo.chance.Chance;
import qiji.demo.company.Staff;

/** Writes customers with their contacts, and the versions that those had before. */
public final class ClientWriter {
    public static final List<String> COLUMNS = CopyTable.columns("""
                id version name normalized_name credit_code industry region address website size
                employee_count annual_revenue founded_year level management_level source parent_id
                owner_id department_id description tags custom search imported created_at created_by
                valid_from changed_by changed_via reason""");
    public static final List<String> CONTACT_COLUMNS = CopyTable.columns("""
                id version customer_id name department_name title role attitude influence
                reports_to_id phone_cipher phone_hash phone_end_hash
                email_cipher email_hash custom search created_at created_by valid_from changed_by changed_via""");
    private static final List<List<String>> POSTS = List.of(
            List.of("总经理", "总经办", "KP"),
            List.of("信息中心主任", "信息中心", "EXPERT"),
            List.of("采购经理", "采购部", "BUYER"),
            List.of("运营主管", "运营部", "USER"),
            List.of("行政主管", "综合部", "COACH"),
            List.of("财务总监", "财务部", "INFLUENCER"));
    private static final List<String> STREETS = List.of("科技路", "建设大道", "人民路", "高新一路", "解放路", "创业大街", "滨河路", "工业三路");
    private static final List<String> TAGS = List.of("上云", "等保", "专精特新", "年度重点", "多分支机构", "5G 专网");

    private final Tables tables;
    private final Clients clients;
    private final PersonalData personal;
    private final long seed;

    public ClientWriter(Tables tables, Clients clients, PersonalData personal, long seed) {
        this.personal = personal;
        this.tables = tables;
        this.clients = clients;
        this.seed = seed;
    }

    public void writeAll() throws SQLException {
        for (int i = 0; i < clients.count(); i++) {
            write(clients.at(i));
        }
    }

    private void write(Client client) throws SQLException {
        Chance chance = Chance.of(seed, "customer-details", client.index());
        Standing standing = Standing.of(chance);
        Details details = details(client, standing, chance);
        Staff owner = client.ownerAt(client.createdAt());
        Instant since = client.createdAt();
        Instant handedOver = client.handedOverAt();
        if (handedOver != null && handedOver.isAfter(since)) {
            Version first = new Version(0, owner, since, owner.id(), null);
            tables.customerHistory.add(Tables.ended(
                    row(client, standing, details, first),
                    handedOver,
                    client.branch().director().id()));
            tables.customer.add(row(
                    client,
                    standing,
                    details,
                    new Version(
                            1,
                            client.owner(),
                            handedOver,
                            client.branch().director().id(),
                            "离职交接")));
        } else {
            tables.customer.add(row(
                    client,
                    standing,
                    details,
                    new Version(0, client.owner(), since, client.owner().id(), null)));
        }
        writeContacts(client, chance);
    }

    private record Version(
            int number,
            Staff owner,
            Instant from,
            long by,
            @Nullable String reason) {}

    /** How large a customer is, and so how it is looked after. */
    private record Standing(String size, int employees, String level, String management) {
        static Standing of(Chance chance) {
            return switch (chance.weighted(0.1, 0.25, 0.4, 0.25)) {
                case 0 -> new Standing("LARGE", chance.between(1_000, 12_000), "KEY", "PROVINCE");
                case 1 -> new Standing("MEDIUM", chance.between(300, 999), "IMPORTANT", "CITY");
                case 2 -> new Standing("SMALL", chance.between(30, 299), "ORDINARY", "CITY");
                default -> new Standing("MICRO", chance.between(3, 29), "ORDINARY", "OTHER");
            };
        }
    }

    private record Details(String address, BigDecimal revenue, int founded, String source, List<String> tags) {}

    private static Details details(Client client, Standing standing, Chance chance) {
        return new Details(
                "%s省%s市%s %d 号"
                        .formatted(
                                client.place().province(),
                                client.place().city(),
                                chance.pick(STREETS),
                                chance.between(1, 288)),
                BigDecimal.valueOf((long) (standing.employees() * chance.logNormal(45, 0.4)) * 10_000L),
                chance.between(1988, 2021),
                List.of("OWN", "REFERRAL", "PARTNER", "MARKETING").get(chance.weighted(5, 2, 1, 2)),
                chance.is(0.3) ? List.of(chance.pick(TAGS)) : List.of());
    }

    private @Nullable Object[] row(Client client, Standing standing, Details details, Version version) {
        String normalized = NormalizedName.of(client.name().whole());
        String code = RegistrationCode.of(client.index(), client.name().nature(), client.place());
        return new @Nullable Object[] {
            client.id(),
            version.number(),
            client.name().whole(),
            normalized,
            code,
            client.name().industry(),
            "%s省%s市".formatted(client.place().province(), client.place().city()),
            details.address(),
            null,
            standing.size(),
            standing.employees(),
            details.revenue(),
            details.founded(),
            standing.level(),
            standing.management(),
            details.source(),
            CustomerName.hasParent(client.index())
                    ? client.id() - client.index() + CustomerName.parent(client.index())
                    : null,
            version.owner().id(),
            version.owner().departmentId(),
            null,
            details.tags(),
            "{}",
            Lexemes.of(List.of(client.name().whole(), normalized), code),
            false,
            client.createdAt(),
            client.ownerAt(client.createdAt()).id(),
            version.from(),
            version.by(),
            Tables.VIA,
            version.reason()
        };
    }

    /** Numbers that nobody has: no mobile number begins with 100. */
    private ContactRecord reach(long contactId) {
        ContactRecord row = new ContactRecord();
        personal.putPhone("100%08d".formatted((contactId * 7_919) % 100_000_000L), row);
        personal.putEmail("contact%d@customer.example".formatted(contactId), row);
        return row;
    }

    private void writeContacts(Client client, Chance chance) throws SQLException {
        long by = client.ownerAt(client.createdAt()).id();
        long[] ids = clients.contacts(client.index()).toArray();
        for (int i = 0; i < ids.length; i++) {
            List<String> post = POSTS.get(i == 0 ? 0 : 1 + (int) ((ids[i] + client.index()) % (POSTS.size() - 1)));
            ContactRecord reach = reach(ids[i]);
            String name = clients.contact(ids[i]).written();
            tables.contact.add(
                    ids[i],
                    0,
                    client.id(),
                    name,
                    post.get(1),
                    post.get(0),
                    post.get(2),
                    List.of("SUPPORTER", "NEUTRAL", "OPPONENT").get(chance.weighted(5, 4, 1)),
                    i == 0 ? 5 : chance.between(1, 4),
                    i == 0 ? null : ids[0],
                    reach.getPhoneCipher(),
                    reach.getPhoneHash(),
                    reach.getPhoneEndHash(),
                    reach.getEmailCipher(),
                    reach.getEmailHash(),
                    "{}",
                    Lexemes.of(List.of(name), post.get(0), post.get(1)),
                    client.createdAt(),
                    by,
                    client.createdAt(),
                    by,
                    Tables.VIA);
        }
    }
}
