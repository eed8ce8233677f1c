package qiji.opportunity.city;

import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.CITY_REPORT;
import static db.organization.Tables.APP_USER;
import static java.util.Objects.requireNonNull;

import db.organization.tables.AppUserTable;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.detail.OpportunityQueries;

/** The reports of an opportunity to the city company, the newest first. */
@Repository
class CityReportQueries {
    private final DSLContext jooq;
    private final OpportunityQueries opportunities;
    private final FieldLabels labels;

    CityReportQueries(DSLContext jooq, OpportunityQueries opportunities, FieldLabels labels) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.labels = labels;
    }

    /** None to who may not read how the report stands. Throws NOT_FOUND. */
    @Transactional(readOnly = true)
    List<CityReportRow> of(long id, Viewer viewer) {
        opportunities.mustSee(id, viewer);
        if (!labels.mayReadAll(viewer, "cityReport", "cityReportedOn")) {
            return List.of();
        }
        AppUserTable by = APP_USER.as("by");
        AppUserTable answered = APP_USER.as("answered");
        return jooq.select(
                        CITY_REPORT.asterisk(),
                        by.NAME.as("by_name"),
                        answered.NAME.as("answered_name"),
                        FILE.NAME.as("mail"))
                .from(CITY_REPORT)
                .join(by)
                .on(by.ID.eq(CITY_REPORT.REPORTED_BY))
                .leftJoin(answered)
                .on(answered.ID.eq(CITY_REPORT.ANSWERED_BY))
                .leftJoin(FILE)
                .on(FILE.ID.eq(CITY_REPORT.MAIL_ID))
                .and(FILE.REMOVED_AT.isNull())
                .where(CITY_REPORT.OPPORTUNITY_ID.eq(id))
                .orderBy(CITY_REPORT.ID.desc())
                .fetch(row -> {
                    String mail = row.get("mail", String.class);
                    String answer = row.get(CITY_REPORT.ANSWER);
                    return new CityReportRow(
                            requireNonNull(row.get(CITY_REPORT.ID)),
                            requireNonNull(row.get(CITY_REPORT.REPORTED_ON)),
                            requireNonNull(row.get("by_name", String.class)),
                            row.get(CITY_REPORT.NOTE),
                            mail == null ? null : row.get(CITY_REPORT.MAIL_ID),
                            mail,
                            answer == null ? null : CityAnswer.Kind.valueOf(answer),
                            row.get(CITY_REPORT.ANSWERED_ON),
                            row.get("answered_name", String.class),
                            row.get(CITY_REPORT.ANSWER_NOTE));
                });
    }
}
