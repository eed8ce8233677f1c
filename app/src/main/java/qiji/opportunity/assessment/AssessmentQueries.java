package qiji.opportunity.assessment;

import static db.opportunity.Tables.ASSESSMENT;
import static db.opportunity.Tables.ASSESSMENT_SCORE;
import static db.organization.Tables.APP_USER;
import static db.rule.Tables.EDITION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import db.opportunity.tables.records.AssessmentRecord;
import db.opportunity.tables.records.AssessmentScoreRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.detail.OpportunityQueries;
import qiji.opportunity.score.ScoreFields;

/** The assessments of one opportunity, read for its page. Each answer begins with whether the viewer may see it. */
@Repository
class AssessmentQueries {
    /** What the views are put together from. */
    record Found(
            List<AssessmentRecord> rows,
            Map<Long, ? extends List<AssessmentScoreRecord>> scores,
            Map<Long, String> names,
            Map<Long, Edition> editions) {
        static final Found NOTHING = new Found(List.of(), Map.of(), Map.of(), Map.of());
    }

    record Edition(@Nullable Integer number, java.time.@Nullable LocalDate effectiveFrom) {}

    private final DSLContext jooq;
    private final OpportunityQueries opportunities;
    private final FieldLabels labels;
    private final Naming naming;

    AssessmentQueries(DSLContext jooq, OpportunityQueries opportunities, FieldLabels labels, Naming naming) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.labels = labels;
        this.naming = naming;
    }

    /** Newest first; one alone if it is named. None for who may not read scores. Throws NOT_FOUND. */
    Found of(long opportunityId, @Nullable Long id, Viewer viewer) {
        opportunities.mustSee(opportunityId, viewer);
        if (!labels.mayRead(ScoreFields.SCORE, viewer)) {
            return Found.NOTHING;
        }
        List<AssessmentRecord> rows = jooq.selectFrom(ASSESSMENT)
                .where(ASSESSMENT.OPPORTUNITY_ID.eq(opportunityId))
                .and(id == null ? noCondition() : ASSESSMENT.ID.eq(id))
                .orderBy(ASSESSMENT.NUMBER.desc())
                .fetch();
        Long[] ids = rows.stream().map(AssessmentRecord::getId).toArray(Long[]::new);
        Map<Long, ? extends List<AssessmentScoreRecord>> scores = jooq.selectFrom(ASSESSMENT_SCORE)
                .where(ASSESSMENT_SCORE.ASSESSMENT_ID.eq(any(ids)))
                .orderBy(ASSESSMENT_SCORE.RATER_ID, ASSESSMENT_SCORE.ID)
                .fetchGroups(ASSESSMENT_SCORE.ASSESSMENT_ID);
        return new Found(rows, scores, names(rows, scores), editions(rows));
    }

    private Map<Long, String> names(
            List<AssessmentRecord> rows, Map<Long, ? extends List<AssessmentScoreRecord>> scores) {
        Set<Long> users = new HashSet<>();
        rows.forEach(row -> {
            users.add(row.getCreatedBy());
            users.add(row.getSubmittedBy());
            users.add(row.getDecidedBy());
            naming.of(row).followers().forEach(follower -> users.add(follower.userId()));
        });
        scores.values().forEach(each -> each.forEach(score -> users.add(score.getRaterId())));
        return jooq.select(APP_USER.ID, APP_USER.NAME)
                .from(APP_USER)
                .where(APP_USER.ID.eq(any(users.toArray(Long[]::new))))
                .fetchMap(APP_USER.ID, APP_USER.NAME);
    }

    private Map<Long, Edition> editions(List<AssessmentRecord> rows) {
        return jooq.select(EDITION.ID, EDITION.NUMBER, EDITION.EFFECTIVE_FROM)
                .from(EDITION)
                .where(EDITION.ID.eq(any(
                        rows.stream().map(AssessmentRecord::getCardEditionId).toArray(Long[]::new))))
                .fetchMap(EDITION.ID, row -> new Edition(row.value2(), row.value3()));
    }
}
