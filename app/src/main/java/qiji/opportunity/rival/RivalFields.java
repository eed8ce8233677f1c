package qiji.opportunity.rival;

import static db.competitor.Tables.COMPETITOR;
import static db.opportunity.Tables.RIVAL;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.select;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.tags;

import db.competitor.tables.CompetitorTable;
import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.RivalTable;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import qiji.competitor.CompetitorFields;
import qiji.competitor.CompetitorPermissions;
import qiji.records.FieldOf;
import qiji.records.past.AsOf;

/** What lists, filters and exports of opportunities know of competitors. [D11] */
public final class RivalFields {
    /** The names of the competitors met; who has one of them is found by the index of the register, not row by row. */
    static final String RIVALS = "rivals";

    private RivalFields() {}

    public static List<FieldOf<OpportunityTable>> fields() {
        return List.of(
                tags(RIVALS, "竞争对手", "Competitors", RivalFields::names)
                        .of("competitor.name")
                        .foundBy(RivalFields::with)
                        .readableBy(CompetitorPermissions.READ)
                        .readOnly(),
                reference(
                                "lostToCompetitor",
                                "输给的竞争对手",
                                "Lost to competitor",
                                (OpportunityTable o) -> o.LOST_TO_COMPETITOR_ID,
                                () -> CompetitorFields.TYPE)
                        .importedOnly());
    }

    private static Field<String[]> names(OpportunityTable o) {
        RivalTable rival = RIVAL.as("met");
        CompetitorTable competitor = COMPETITOR.as("met_competitor");
        return array(select(competitor.NAME)
                .from(AsOf.rows(RIVAL, rival.getName()))
                .join(competitor)
                .on(competitor.ID.eq(rival.COMPETITOR_ID))
                .where(rival.OPPORTUNITY_ID.eq(o.ID))
                .orderBy(rival.ID));
    }

    private static Condition with(OpportunityTable o, String name) {
        RivalTable rival = RIVAL.as("found");
        CompetitorTable competitor = COMPETITOR.as("found_competitor");
        return o.ID.in(select(rival.OPPORTUNITY_ID)
                .from(AsOf.rows(RIVAL, rival.getName()))
                .join(competitor)
                .on(competitor.ID.eq(rival.COMPETITOR_ID))
                .where(competitor.NAME.eq(name)));
    }
}
