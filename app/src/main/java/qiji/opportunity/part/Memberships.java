package qiji.opportunity.part;

import static db.opportunity.Tables.MEMBER;
import static org.jooq.impl.DSL.select;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import qiji.access.HandsOver;
import qiji.access.Viewer;
import qiji.opportunity.MemberRole;
import qiji.platform.Words;

/** The places of a leaver in virtual teams. Who is on a team already keeps their place, and reads no longer only. [A1] */
@Component
class Memberships implements HandsOver {
    private final DSLContext jooq;

    Memberships(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String type() {
        return "member";
    }

    @Override
    public Words label() {
        return Words.of("参与的虚拟团队", "Places in virtual teams");
    }

    @Override
    public int owned(long userId) {
        return jooq.fetchCount(MEMBER, MEMBER.USER_ID.eq(userId));
    }

    @Override
    public int handOver(long userId, Heir heir, Viewer viewer) {
        long toUserId = heir.userId();
        var left = MEMBER.as("left_place");
        jooq.update(MEMBER)
                .set(MEMBER.ROLE, left.ROLE)
                .from(left)
                .where(MEMBER.USER_ID.eq(toUserId))
                .and(MEMBER.ROLE.eq(MemberRole.READER.name()))
                .and(left.USER_ID.eq(userId))
                .and(left.OPPORTUNITY_ID.eq(MEMBER.OPPORTUNITY_ID))
                .execute();
        int doubled = jooq.deleteFrom(MEMBER)
                .where(MEMBER.USER_ID.eq(userId))
                .and(isOnTheTeam(toUserId))
                .execute();
        return doubled
                + jooq.update(MEMBER)
                        .set(MEMBER.USER_ID, toUserId)
                        .where(MEMBER.USER_ID.eq(userId))
                        .execute();
    }

    private static Condition isOnTheTeam(long userId) {
        var there = MEMBER.as("there");
        return MEMBER.OPPORTUNITY_ID.in(select(there.OPPORTUNITY_ID).from(there).where(there.USER_ID.eq(userId)));
    }
}
