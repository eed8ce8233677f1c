package qiji.opportunity.control;

import static db.opportunity.Tables.GATE_WAIVER;
import static db.organization.Tables.APP_USER;
import static db.process.Tables.EDITION;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static qiji.records.Fields.date;
import static qiji.records.Fields.integer;
import static qiji.records.Fields.tags;

import db.opportunity.tables.GateWaiverTable;
import db.opportunity.tables.OpportunityTable;
import db.organization.tables.AppUserTable;
import db.process.tables.EditionTable;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import qiji.records.FieldOf;
import qiji.records.past.AsOf;

/** What lists, filters and exports of opportunities know of how stages are controlled. [D5] */
public final class ControlFields {
    static final String WAIVED_BY = "gateWaivedBy";

    private ControlFields() {}

    public static List<FieldOf<OpportunityTable>> fields() {
        return List.of(
                date("overstayOn", "阶段超期日", "Overstays from", (OpportunityTable o) -> o.OVERSTAY_ON)
                        .of("stageEnteredAt", "stage", "status")
                        .readOnly()
                        .hiddenFromImport(),
                integer("edition", "流程版本", "Edition of process", ControlFields::edition)
                        .of("process")
                        .readOnly()
                        .hiddenFromImport(),
                tags(WAIVED_BY, "门槛豁免人", "Gates waived by", ControlFields::names)
                        .of("stage")
                        .foundBy(ControlFields::by)
                        .readOnly());
    }

    private static Field<Integer> edition(OpportunityTable o) {
        EditionTable edition = EDITION.as("gone_by");
        return coalesce(field(select(edition.NUMBER).from(edition).where(edition.ID.eq(o.EDITION_ID))), inline(1));
    }

    private static Field<String[]> names(OpportunityTable o) {
        GateWaiverTable waiver = GATE_WAIVER.as("waived");
        AppUserTable user = APP_USER.as("waived_by");
        return array(selectDistinct(user.NAME)
                .from(AsOf.rows(GATE_WAIVER, waiver.getName()))
                .join(user)
                .on(user.ID.eq(waiver.WAIVED_BY))
                .where(waiver.OPPORTUNITY_ID.eq(o.ID))
                .orderBy(user.NAME));
    }

    private static Condition by(OpportunityTable o, String name) {
        GateWaiverTable waiver = GATE_WAIVER.as("found_waiver");
        AppUserTable user = APP_USER.as("found_user");
        return o.ID.in(select(waiver.OPPORTUNITY_ID)
                .from(AsOf.rows(GATE_WAIVER, waiver.getName()))
                .join(user)
                .on(user.ID.eq(waiver.WAIVED_BY))
                .where(user.NAME.eq(name)));
    }
}
