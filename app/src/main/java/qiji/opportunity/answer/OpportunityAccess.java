package qiji.opportunity.answer;

import static db.opportunity.Tables.MEMBER;
import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.records.OpportunityRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import qiji.access.GrantsAccess;
import qiji.access.Reason;
import qiji.access.Viewer;
import qiji.opportunity.MemberRole;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.Relation;
import qiji.opportunity.Secrecy;
import qiji.organization.sharing.Shares;
import qiji.platform.Words;

/** Tells companions who sees which opportunity, and who may attach to it. */
@Component
class OpportunityAccess implements GrantsAccess {
    private final DSLContext jooq;

    OpportunityAccess(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String type() {
        return Opportunities.TYPE;
    }

    @Override
    public Words label() {
        return Words.of("商机", "Opportunity");
    }

    @Override
    public Seen seen(Viewer viewer) {
        return Seen.of(OPPORTUNITY.ID, Opportunities.sight(viewer, OPPORTUNITY));
    }

    @Override
    public Optional<Condition> secret(Viewer viewer, Field<Long> id) {
        OpportunityTable secret = OPPORTUNITY.as("secret_opportunity");
        return viewer.may(OpportunityPermissions.CONFIDENTIAL)
                ? Optional.empty()
                : Optional.of(id.in(
                        select(secret.ID).from(secret).where(secret.SECRECY.eq(inline(Secrecy.CONFIDENTIAL.name())))));
    }

    @Override
    public List<Reason> reasons(Viewer viewer, Field<Long> id) {
        return Opportunities.sight(viewer, OPPORTUNITY).reasons().stream()
                .map(way -> way.of(id, OPPORTUNITY.ID))
                .map(way -> named(way, viewer, id))
                .toList();
    }

    private static Reason named(Reason way, Viewer viewer, Field<Long> id) {
        if (way.words().equals(Shares.WHY)) {
            return Shares.named(way, viewer, Opportunities.TYPE, id);
        }
        return way.words().equals(Opportunities.TEAM)
                ? way.naming(
                        DSL.field(select(MEMBER.ROLE)
                                .from(MEMBER)
                                .where(MEMBER.OPPORTUNITY_ID.eq(id))
                                .and(MEMBER.USER_ID.eq(viewer.userId()))),
                        OpportunityAccess::onTeam)
                : way;
    }

    private static Words onTeam(String role) {
        Words does = MemberRole.valueOf(role).words();
        return Words.of("是虚拟团队成员（%s）".formatted(does.zh()), "Is on the team (%s)".formatted(does.en()));
    }

    @Override
    public Field<String> nameOf(Field<Long> id) {
        OpportunityTable named = OPPORTUNITY.as("named_opportunity");
        return DSL.field(select(named.NAME).from(named).where(named.ID.eq(id)));
    }

    /** Also of a closed one: what happens after the end is worth keeping. */
    @Override
    public boolean mayWrite(Viewer viewer, long id) {
        OpportunityRecord row = jooq.selectFrom(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(id))
                .and(Opportunities.visibleTo(viewer, OPPORTUNITY))
                .fetchOne();
        if (row == null) {
            return false;
        }
        String role = jooq.select(MEMBER.ROLE)
                .from(MEMBER)
                .where(MEMBER.OPPORTUNITY_ID.eq(id))
                .and(MEMBER.USER_ID.eq(viewer.userId()))
                .fetchOne(MEMBER.ROLE);
        return Relation.of(viewer, row, role == null ? null : MemberRole.valueOf(role))
                .mayWork(OpportunityPermissions.EDIT);
    }

    @Override
    public boolean canBeShared() {
        return true;
    }
}
