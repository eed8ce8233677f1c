package qiji.opportunity.part;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.CUSTOMER;
import static db.opportunity.Tables.DONE_ACTION;
import static db.opportunity.Tables.LINE;
import static db.opportunity.Tables.MEMBER;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.OPPORTUNITY_CONTACT;
import static db.organization.Tables.APP_USER;
import static db.product.Tables.PRODUCT;
import static org.jooq.Records.mapping;

import com.fasterxml.jackson.annotation.JsonFormat;
import db.customer.tables.ContactTable;
import db.customer.tables.CustomerTable;
import db.opportunity.tables.LineTable;
import db.opportunity.tables.MemberTable;
import db.opportunity.tables.OpportunityContactTable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.MemberRole;
import qiji.opportunity.detail.OpportunityQueries;
import qiji.platform.Words;
import qiji.process.Stage;
import qiji.process.Stages;
import qiji.records.past.AsOf;

/** What belongs to one opportunity, read for its page. Each answer begins with whether the viewer may see it. */
@Repository
class PartQueries {
    /** Someone on the team. */
    record Member(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long userId,
            String name,
            @Nullable String title,
            MemberRole role,
            Instant since) {}

    /** A person at the customer. Phone and mail are the customer module's to show. */
    record ContactRow(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long contactId,
            String name,
            @Nullable String title,
            @Nullable String role,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long customerId,

            @Nullable String customerName) {

        /** Without what the viewer may not read; an id stands for a hidden name. Most are of the opportunity's customer. [A4] */
        ContactRow seenBy(Viewer viewer) {
            boolean ofNobody = hides("opportunity", "customer", viewer) || hides("contact", "customer", viewer);
            return new ContactRow(
                    contactId,
                    hides("contact", "name", viewer) ? Long.toString(contactId) : name,
                    hides("contact", "title", viewer) || !viewer.may("contact:read") ? null : title,
                    role,
                    ofNobody ? null : customerId,
                    ofNobody ? null : hides("customer", "name", viewer) ? String.valueOf(customerId) : customerName);
        }
    }

    /** Amounts in yuan; {@code amount} is after discount. */
    record LineRow(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long productId,
            String productName,
            @Nullable String unit,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal discountPercent,
            BigDecimal amount,
            @Nullable String note) {}

    /** A stage's key actions, what each is known by, and which of them are done, by their place. */
    record StageActions(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long stageId,
            List<String> actions,
            List<String> keys,
            List<Integer> done) {}

    private final DSLContext jooq;
    private final OpportunityQueries opportunities;
    private final FieldLabels labels;
    private final Stages stages;
    private final Clock clock;

    PartQueries(DSLContext jooq, OpportunityQueries opportunities, FieldLabels labels, Stages stages, Clock clock) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.labels = labels;
        this.stages = stages;
        this.clock = clock;
    }

    /** Of the end of a day, null for now, as all that follows. None where a rule hides the team from the viewer. */
    List<Member> team(long id, @Nullable LocalDate asOf, Viewer viewer) {
        DSLContext then = asOf(id, asOf, viewer);
        if (!labels.mayRead(FieldLabels.TEAM, viewer)) {
            return List.of();
        }
        MemberTable m = MEMBER.as("member");
        return then.select(m.USER_ID, APP_USER.NAME, APP_USER.TITLE, m.ROLE, m.VALID_FROM)
                .from(AsOf.rows(MEMBER, m.getName()))
                .join(APP_USER)
                .on(APP_USER.ID.eq(m.USER_ID))
                .where(m.OPPORTUNITY_ID.eq(id))
                .orderBy(m.ID)
                .fetch(mapping((user, name, title, role, since) ->
                        new Member(user, name, title, MemberRole.valueOf(role), since)));
    }

    /** None for who may not see contacts at all, or not those of opportunities. */
    List<ContactRow> contacts(long id, @Nullable LocalDate asOf, Viewer viewer) {
        DSLContext then = asOf(id, asOf, viewer);
        if (!viewer.may("contact:read") || !labels.mayRead("contacts", viewer)) {
            return List.of();
        }
        OpportunityContactTable place = OPPORTUNITY_CONTACT.as("place");
        ContactTable contact = CONTACT.as("contact");
        CustomerTable customer = CUSTOMER.as("customer");
        return then
                .select(contact.ID, contact.NAME, contact.TITLE, place.ROLE, customer.ID, customer.NAME)
                .from(AsOf.rows(OPPORTUNITY_CONTACT, place.getName()))
                .join(AsOf.rows(CONTACT, contact.getName()))
                .on(contact.ID.eq(place.CONTACT_ID))
                .join(AsOf.rows(CUSTOMER, customer.getName()))
                .on(customer.ID.eq(contact.CUSTOMER_ID))
                .where(place.OPPORTUNITY_ID.eq(id))
                .orderBy(place.ID)
                .fetch(mapping(ContactRow::new))
                .stream()
                .map(row -> row.seenBy(viewer))
                .toList();
    }

    /** Whether the viewer may know of them, and of how many there are. */
    boolean readsLines(Viewer viewer) {
        return labels.mayRead(FieldLabels.LINES, viewer);
    }

    /** None where a rule hides the lines from the viewer. */
    List<LineRow> lines(long id, @Nullable LocalDate asOf, Viewer viewer) {
        DSLContext then = asOf(id, asOf, viewer);
        if (!readsLines(viewer)) {
            return List.of();
        }
        LineTable line = LINE.as("line");
        return then.select(
                        line.ID,
                        PRODUCT.ID,
                        PRODUCT.NAME,
                        PRODUCT.UNIT,
                        line.QUANTITY,
                        line.PRICE,
                        line.DISCOUNT_PERCENT,
                        line.NOTE)
                .from(AsOf.rows(LINE, line.getName()))
                .join(PRODUCT)
                .on(PRODUCT.ID.eq(line.PRODUCT_ID))
                .where(line.OPPORTUNITY_ID.eq(id))
                .orderBy(line.POSITION, line.ID)
                .fetch(mapping((lineId, product, name, unit, quantity, price, discount, note) -> new LineRow(
                        lineId,
                        product,
                        hides("product", "name", viewer) ? Long.toString(product) : name,
                        unit,
                        quantity,
                        price,
                        discount,
                        LineDraft.amount(quantity, price, discount),
                        note)));
    }

    /** Asks about that day, once the viewer is known to see what the opportunity was then. */
    private DSLContext asOf(long id, @Nullable LocalDate day, Viewer viewer) {
        Instant moment = AsOf.endOf(day, clock);
        opportunities.mustSee(id, moment, viewer);
        return AsOf.at(moment, jooq);
    }

    private static boolean hides(String type, String field, Viewer viewer) {
        return viewer.accessTo(type, field) == FieldAccess.HIDDEN;
    }

    /** Of the stages on its way; none for who may not know the way. */
    List<StageActions> keyActions(long id, Viewer viewer) {
        opportunities.mustSee(id, viewer);
        if (!labels.mayReadAll(viewer, "process", "stage", FieldLabels.STAGE_ANSWERS)) {
            return List.of();
        }
        var way = jooq.select(OPPORTUNITY.PROCESS_ID, OPPORTUNITY.EDITION_ID)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(id))
                .fetchSingle();
        Map<Long, Set<String>> done = jooq
                .select(DONE_ACTION.STAGE_ID, DONE_ACTION.ACTION)
                .from(DONE_ACTION)
                .where(DONE_ACTION.OPPORTUNITY_ID.eq(id))
                .stream()
                .collect(Collectors.groupingBy(
                        one -> one.value1(), Collectors.mapping(one -> one.value2(), Collectors.toSet())));
        return stages.getProcess(way.value1(), way.value2()).path().stream()
                .map(stage -> actions(stage, done.getOrDefault(stage.key(), Set.of())))
                .toList();
    }

    private static StageActions actions(Stage stage, Set<String> done) {
        List<String> keys = stage.guidance().actionKeys();
        return new StageActions(
                stage.key(),
                Stage.told(stage.guidance().keyActions(), stage.english().keyActions()).stream()
                        .map(Words::here)
                        .toList(),
                keys,
                IntStream.range(0, keys.size())
                        .filter(i -> done.contains(keys.get(i)))
                        .boxed()
                        .toList());
    }
}
