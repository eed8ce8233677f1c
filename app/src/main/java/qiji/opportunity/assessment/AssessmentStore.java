package qiji.opportunity.assessment;

import static db.opportunity.Tables.ASSESSMENT;
import static db.opportunity.Tables.ASSESSMENT_SCORE;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.organization.Tables.ROLE;
import static db.organization.Tables.USER_ROLE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.selectOne;

import db.opportunity.tables.records.AssessmentRecord;
import db.opportunity.tables.records.AssessmentScoreRecord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import qiji.opportunity.score.ScoreCard;
import qiji.platform.Problem;

/** Writes assessments of opportunities that the caller has locked. */
@Repository
class AssessmentStore {
    private final DSLContext jooq;

    AssessmentStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The next one, with the card that it keeps. */
    AssessmentRecord begin(long opportunityId) {
        AssessmentRecord row = jooq.newRecord(ASSESSMENT);
        row.setOpportunityId(opportunityId);
        row.setNumber(1
                + jooq.select(coalesce(max(ASSESSMENT.NUMBER), 0))
                        .from(ASSESSMENT)
                        .where(ASSESSMENT.OPPORTUNITY_ID.eq(opportunityId))
                        .fetchSingle()
                        .value1());
        return row;
    }

    Optional<AssessmentRecord> running(long opportunityId) {
        return jooq.fetchOptional(
                ASSESSMENT,
                ASSESSMENT
                        .OPPORTUNITY_ID
                        .eq(opportunityId)
                        .and(ASSESSMENT.STATE.in(
                                AssessmentState.DRAFT.name(),
                                AssessmentState.SUBMITTED.name(),
                                AssessmentState.RETURNED.name())));
    }

    /** The one that was sent with the grade last, whatever became of it. */
    Optional<AssessmentRecord> sentWithGrade(long opportunityId) {
        return jooq.selectFrom(ASSESSMENT)
                .where(ASSESSMENT.OPPORTUNITY_ID.eq(opportunityId))
                .and(ASSESSMENT.WITH_GRADE)
                .orderBy(ASSESSMENT.NUMBER.desc())
                .limit(1)
                .fetchOptional();
    }

    /** The one that is to be decided with the grade. */
    Optional<AssessmentRecord> waitingWithGrade(long opportunityId) {
        return sentWithGrade(opportunityId).filter(row -> row.getState().equals(AssessmentState.SUBMITTED.name()));
    }

    /** Throws NOT_FOUND, also for one of another opportunity. */
    AssessmentRecord get(long opportunityId, long id) {
        return jooq.fetchOptional(ASSESSMENT, ASSESSMENT.ID.eq(id).and(ASSESSMENT.OPPORTUNITY_ID.eq(opportunityId)))
                .orElseThrow(Problem::notFound);
    }

    /** Whose it is. Throws NOT_FOUND. */
    long opportunityOf(long id) {
        return jooq.select(ASSESSMENT.OPPORTUNITY_ID)
                .from(ASSESSMENT)
                .where(ASSESSMENT.ID.eq(id))
                .fetchOptional(ASSESSMENT.OPPORTUNITY_ID)
                .orElseThrow(Problem::notFound);
    }

    /** With the next version. */
    int save(AssessmentRecord row) {
        row.setVersion(row.getVersion() + 1);
        row.store();
        return row.getVersion();
    }

    void delete(AssessmentRecord row) {
        jooq.deleteFrom(ASSESSMENT_SCORE)
                .where(ASSESSMENT_SCORE.ASSESSMENT_ID.eq(row.getId()))
                .execute();
        row.delete();
    }

    /** What one rater gives, in place of what they gave before; nothing is written where nothing differs. Whether something did. */
    boolean rate(long id, long rater, List<Rating> marks) {
        Map<String, AssessmentScoreRecord> before = jooq.selectFrom(ASSESSMENT_SCORE)
                .where(ASSESSMENT_SCORE.ASSESSMENT_ID.eq(id))
                .and(ASSESSMENT_SCORE.RATER_ID.eq(rater))
                .fetchMap(ASSESSMENT_SCORE.CRITERION);
        int written = 0;
        for (Rating mark : marks) {
            AssessmentScoreRecord row = before.remove(mark.criterion());
            if (row == null) {
                row = jooq.newRecord(ASSESSMENT_SCORE);
                row.setAssessmentId(id);
                row.setRaterId(rater);
                row.setCriterion(mark.criterion());
            }
            if (row.getValue() == null || row.getValue().compareTo(mark.value()) != 0) {
                row.setValue(mark.value());
            }
            if (!Objects.equals(row.getComment(), mark.comment())) {
                row.setComment(mark.comment());
            }
            written += row.store();
        }
        before.values().forEach(AssessmentScoreRecord::delete);
        return written + before.size() > 0;
    }

    /** By rater, by criterion. */
    Map<Long, Map<String, BigDecimal>> given(long id) {
        Map<Long, Map<String, BigDecimal>> given = new HashMap<>();
        jooq.selectFrom(ASSESSMENT_SCORE)
                .where(ASSESSMENT_SCORE.ASSESSMENT_ID.eq(id))
                .forEach(row -> given.computeIfAbsent(row.getRaterId(), _ -> new HashMap<>())
                        .put(row.getCriterion(), row.getValue()));
        return given;
    }

    boolean anyHolds(Collection<Long> users, String roleCode) {
        return jooq.fetchExists(selectOne()
                .from(USER_ROLE)
                .join(ROLE)
                .on(ROLE.ID.eq(USER_ROLE.ROLE_ID))
                .where(ROLE.CODE.eq(roleCode))
                .and(USER_ROLE.USER_ID.eq(any(users.toArray(Long[]::new)))));
    }

    /** What lists show of it. It is no change of the opportunity: forms that are open stay good. */
    void fix(AssessmentRecord row) {
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.SCORE, row.getScore())
                .set(OPPORTUNITY.SCREENING, row.getDirection())
                .where(OPPORTUNITY.ID.eq(row.getOpportunityId()))
                .execute();
    }

    /** Whether the card knows the criterion. */
    static boolean knows(ScoreCard card, String criterion) {
        return card.criteria().stream().anyMatch(it -> it.code().equals(criterion));
    }
}
