package qiji.opportunity.part;

import static db.opportunity.Tables.DONE_ACTION;
import static db.opportunity.Tables.LINE;
import static db.opportunity.Tables.MEMBER;
import static db.opportunity.Tables.OPPORTUNITY_CONTACT;
import static db.organization.Tables.APP_USER;
import static db.product.Tables.PRODUCT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import db.opportunity.tables.records.LineRecord;
import db.opportunity.tables.records.MemberRecord;
import db.opportunity.tables.records.OpportunityContactRecord;
import db.product.tables.records.ProductRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.opportunity.MemberRole;

/** Writes what belongs to an opportunity that the caller has locked: team, contacts, lines, key actions done. */
@Repository
public class PartStore {
    private final DSLContext jooq;

    PartStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    boolean isActiveUser(long userId) {
        return !activeUsers(List.of(userId)).isEmpty();
    }

    Set<Long> activeUsers(List<Long> users) {
        return jooq.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(any(users.toArray(Long[]::new))))
                .and(APP_USER.STATE.eq("ACTIVE"))
                .fetchSet(APP_USER.ID);
    }

    Map<Long, String> userNames(List<Long> users) {
        return jooq.select(APP_USER.ID, APP_USER.NAME)
                .from(APP_USER)
                .where(APP_USER.ID.eq(any(users.toArray(Long[]::new))))
                .fetchMap(APP_USER.ID, APP_USER.NAME);
    }

    /** A member already there takes the new role. */
    boolean saveMember(long id, long userId, MemberRole role) {
        MemberRecord row = jooq.fetchOne(MEMBER, MEMBER.OPPORTUNITY_ID.eq(id), MEMBER.USER_ID.eq(userId));
        boolean isNew = row == null;
        if (row == null) {
            row = jooq.newRecord(MEMBER);
            row.setOpportunityId(id);
            row.setUserId(userId);
        }
        row.setRole(role.name());
        row.store();
        return isNew;
    }

    boolean deleteMember(long id, long userId) {
        return jooq.deleteFrom(MEMBER)
                        .where(MEMBER.OPPORTUNITY_ID.eq(id))
                        .and(MEMBER.USER_ID.eq(userId))
                        .execute()
                > 0;
    }

    void saveContact(long id, long contactId, @Nullable String role) {
        OpportunityContactRecord row = jooq.fetchOne(
                OPPORTUNITY_CONTACT,
                OPPORTUNITY_CONTACT.OPPORTUNITY_ID.eq(id),
                OPPORTUNITY_CONTACT.CONTACT_ID.eq(contactId));
        if (row == null) {
            row = jooq.newRecord(OPPORTUNITY_CONTACT);
            row.setOpportunityId(id);
            row.setContactId(contactId);
        }
        row.setRole(role);
        row.store();
    }

    boolean deleteContact(long id, long contactId) {
        return jooq.deleteFrom(OPPORTUNITY_CONTACT)
                        .where(OPPORTUNITY_CONTACT.OPPORTUNITY_ID.eq(id))
                        .and(OPPORTUNITY_CONTACT.CONTACT_ID.eq(contactId))
                        .execute()
                > 0;
    }

    public List<LineRecord> lines(long id) {
        return jooq.selectFrom(LINE)
                .where(LINE.OPPORTUNITY_ID.eq(id))
                .orderBy(LINE.POSITION, LINE.ID)
                .fetch();
    }

    public Map<Long, ProductRecord> products(Collection<Long> ids) {
        return jooq.selectFrom(PRODUCT).where(PRODUCT.ID.in(ids)).fetchMap(PRODUCT.ID);
    }

    /** Writes the lines over those there, place by place, so that history tells which line changed and how. */
    String lineVersion(long id) {
        return jooq.select(count(), max(LINE.VALID_FROM))
                .from(LINE)
                .where(LINE.OPPORTUNITY_ID.eq(id))
                .fetchSingle(mapping((lines, last) ->
                        lines + "-" + (last == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, last))));
    }

    public void replaceLines(long id, List<LineRecord> before, List<LineRecord> after) {
        for (int i = 0; i < after.size(); i++) {
            LineRecord line = after.get(i);
            line.setOpportunityId(id);
            line.setPosition(i);
            line.attach(jooq.configuration());
            if (i < before.size()) {
                line.setId(before.get(i).getId());
                line.touched(LINE.ID, false);
                line.update();
            } else {
                line.insert();
            }
        }
        before.stream().skip(after.size()).forEach(LineRecord::delete);
    }

    /** Lines of opportunities that have none yet. */
    public void insertLines(List<LineRecord> lines) {
        if (!lines.isEmpty()) {
            jooq.batchInsert(lines).execute();
        }
    }

    Set<String> doneActions(long id, long stageId) {
        return jooq.selectFrom(DONE_ACTION)
                .where(DONE_ACTION.OPPORTUNITY_ID.eq(id))
                .and(DONE_ACTION.STAGE_ID.eq(stageId))
                .fetchSet(DONE_ACTION.ACTION);
    }

    void setDone(long id, long stageId, String action, boolean done) {
        if (done) {
            jooq.insertInto(DONE_ACTION)
                    .set(DONE_ACTION.OPPORTUNITY_ID, id)
                    .set(DONE_ACTION.STAGE_ID, stageId)
                    .set(DONE_ACTION.ACTION, action)
                    .execute();
        } else {
            jooq.deleteFrom(DONE_ACTION)
                    .where(DONE_ACTION.OPPORTUNITY_ID.eq(id))
                    .and(DONE_ACTION.STAGE_ID.eq(stageId))
                    .and(DONE_ACTION.ACTION.eq(action))
                    .execute();
        }
    }
}
