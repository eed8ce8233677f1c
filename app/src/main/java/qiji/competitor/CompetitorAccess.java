package qiji.competitor;

import static db.competitor.Tables.COMPETITOR;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import db.competitor.tables.CompetitorTable;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import qiji.access.GrantsAccess;
import qiji.access.Reason;
import qiji.access.RecordAccess;
import qiji.access.Viewer;
import qiji.platform.Words;

/** Tells companions who sees and changes competitors. */
@Component
class CompetitorAccess implements GrantsAccess {
    @Override
    public String type() {
        return Competitors.TYPE;
    }

    @Override
    public Words label() {
        return Words.of("竞争对手", "Competitor");
    }

    @Override
    public Condition visible(Viewer viewer, Field<Long> id) {
        return RecordAccess.oneOf(id, COMPETITOR.ID, trueCondition());
    }

    @Override
    public List<Reason> reasons(Viewer viewer, Field<Long> id) {
        return List.of(new Reason(
                Reason.By.PERMISSION,
                Words.of("有权限的人能看到所有竞争对手", "Who has the permission sees all competitors"),
                visible(viewer, id)));
    }

    @Override
    public Field<String> nameOf(Field<Long> id) {
        CompetitorTable named = COMPETITOR.as("named_competitor");
        return DSL.field(select(named.NAME).from(named).where(named.ID.eq(id)));
    }

    @Override
    public boolean mayWrite(Viewer viewer, long id) {
        return viewer.may(CompetitorPermissions.EDIT);
    }
}
