package qiji.project;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.project.Tables.PROJECT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import db.opportunity.tables.records.OpportunityRecord;
import db.project.tables.ProjectTable;
import db.project.tables.records.ProjectRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import qiji.access.GrantsAccess;
import qiji.access.Reason;
import qiji.access.Viewer;
import qiji.opportunity.MemberRole;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.Relation;
import qiji.platform.Words;

/** Tells companions who sees and changes which project. */
@Component
class ProjectAccess implements GrantsAccess {
    private final DSLContext jooq;

    ProjectAccess(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String type() {
        return Projects.TYPE;
    }

    @Override
    public Words label() {
        return Words.of("项目", "Project");
    }

    @Override
    public Seen seen(Viewer viewer) {
        return Seen.of(PROJECT.ID, Projects.visibleTo(viewer, PROJECT));
    }

    /** None but those of its opportunity. */
    @Override
    public List<Reason> reasons(Viewer viewer, Field<Long> id) {
        return List.of();
    }

    @Override
    public Optional<Select<Record2<String, Long>>> heldBy(Field<Long> id) {
        return Optional.of(select(inline(Opportunities.TYPE), PROJECT.OPPORTUNITY_ID)
                .from(PROJECT)
                .where(PROJECT.ID.eq(id)));
    }

    @Override
    public Field<String> nameOf(Field<Long> id) {
        ProjectTable named = PROJECT.as("named_project");
        return DSL.field(select(named.NAME).from(named).where(named.ID.eq(id)));
    }

    /** Also of a closed one, and one that rests: what happens after the end is worth keeping. */
    @Override
    public boolean mayWrite(Viewer viewer, long id) {
        ProjectRecord row = jooq.selectFrom(PROJECT)
                .where(PROJECT.ID.eq(id))
                .and(Projects.visibleTo(viewer, PROJECT))
                .fetchOne();
        if (row == null) {
            return false;
        }
        OpportunityRecord opportunity = jooq.fetchSingle(OPPORTUNITY, OPPORTUNITY.ID.eq(row.getOpportunityId()));
        String role = jooq.fetchValue(OpportunityStore.roleOf(viewer, val(row.getOpportunityId())));
        Relation relation = Relation.of(viewer, opportunity, role == null ? null : MemberRole.valueOf(role));
        return Projects.mayWork(row, relation, viewer);
    }
}
