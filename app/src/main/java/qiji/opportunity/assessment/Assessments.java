package qiji.opportunity.assessment;

import db.opportunity.tables.records.AssessmentRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.approval.Approvals;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.grade.Grades;
import qiji.opportunity.grade.Grading;
import qiji.opportunity.score.Marks;
import qiji.opportunity.score.ScoreCard;
import qiji.opportunity.score.ScoreCards;
import qiji.opportunity.score.ScoreFields;
import qiji.opportunity.score.Screening;
import qiji.opportunity.score.ScreeningRule;
import qiji.organization.holder.Holders;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.rule.Rules;

/**
 * What is done with assessments. Each verb throws NOT_FOUND for what the viewer may not see, FORBIDDEN, OPPORTUNITY_CLOSED,
 * ASSESSMENT_FIXED, INVALID_FIELDS with all faults. [D6]
 */
@Service
public class Assessments {
    private final OpportunityStore opportunities;
    private final AssessmentStore store;
    private final Cards cards;
    private final Naming naming;
    private final Grading grading;
    private final Grades grades;
    private final Approvals approvals;
    private final FieldLabels labels;
    private final Holders holders;
    private final Writing writing;
    private final Clock clock;

    Assessments(
            OpportunityStore opportunities,
            AssessmentStore store,
            Cards cards,
            Naming naming,
            Grading grading,
            Grades grades,
            Approvals approvals,
            FieldLabels labels,
            Holders holders,
            Writing writing,
            Clock clock) {
        this.opportunities = opportunities;
        this.store = store;
        this.cards = cards;
        this.naming = naming;
        this.grading = grading;
        this.grades = grades;
        this.approvals = approvals;
        this.labels = labels;
        this.holders = holders;
        this.writing = writing;
        this.clock = clock;
    }

    /** With a card of those that hold today, which it keeps. Throws ASSESSMENT_RUNNING. */
    @Transactional
    public long begin(long opportunityId, String cardCode, Viewer viewer) {
        Held held = rated(opportunityId, viewer);
        if (store.running(opportunityId).isPresent()) {
            throw new Problem(AssessmentProblem.ASSESSMENT_RUNNING);
        }
        Rules.InForce<ScoreCards> today = cards.today(held.row().getDepartmentId());
        ScoreCard card = today.body().find(cardCode);
        if (card == null) {
            throw Problem.invalid(
                    List.of(FieldFault.of("card", "unknown", Words.of("没有这张评分卡", "There is no such score card"))));
        }
        AssessmentRecord row = store.begin(opportunityId);
        row.setCard(cards.kept(card));
        row.setCardEditionId(today.editionId());
        row.setCreatedBy(viewer.userId());
        row.insert();
        return row.getId();
    }

    /**
     * What the viewer gives takes the place of what they gave before; criteria left out are open again. Who read it before has
     * not seen the score that it comes to now, so it has another version.
     */
    @Transactional
    public void rate(long opportunityId, long id, List<Rating> marks, Viewer viewer) {
        rated(opportunityId, viewer);
        AssessmentRecord row = open(opportunityId, id);
        ScoreCard card = cards.of(row);
        List<FieldFault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < marks.size(); i++) {
            String criterion = marks.get(i).criterion();
            if (!AssessmentStore.knows(card, criterion) || !seen.add(criterion)) {
                faults.add(FieldFault.of(
                        "marks[" + i + "].criterion",
                        "unknown",
                        Words.of("评分卡没有这项指标，或重复", "Not a criterion of the card, or there twice")));
            }
        }
        mustHaveNone(faults);
        if (store.rate(id, viewer.userId(), marks)) {
            store.save(row);
        }
    }

    /** Puts away one that was never sent. */
    @Transactional
    public void discard(long opportunityId, long id, Viewer viewer) {
        rated(opportunityId, viewer);
        AssessmentRecord row = store.get(opportunityId, id);
        if (!row.getState().equals(AssessmentState.DRAFT.name()) || row.getSubmittedAt() != null) {
            throw new Problem(AssessmentProblem.ASSESSMENT_FIXED);
        }
        store.delete(row);
    }

    /** What an assessment is sent with. Another direction than the rule has it needs a conclusion that says why. */
    public record Request(
            @Nullable Screening direction,
            @Nullable String conclusion,
            Naming.Named named,
            @Nullable Integer version) {}

    /**
     * Fixes what the raters came to and asks for approval: in one flow with a grade that waits, where its rule says so. Throws ASSESSMENT_INCOMPLETE with all that is missing,
     * APPROVAL_LEVEL_EMPTY, STALE_VERSION.
     */
    @Transactional
    public int send(long opportunityId, long id, Request request, Viewer viewer) {
        Held held = rated(opportunityId, viewer);
        AssessmentRecord row = open(opportunityId, id);
        if (request.version() != null && !request.version().equals(row.getVersion())) {
            throw Problem.stale(row.getVersion());
        }
        Map<Long, Map<String, BigDecimal>> given = store.given(id);
        Long department = held.row().getDepartmentId();
        Marks marks = new Marks(cards.of(row), given);
        mustBeComplete(cards.of(row), marks, given, cards.today(department).body());
        BigDecimal score = Objects.requireNonNull(marks.total());
        ScreeningRule rule = cards.screeningToday(department);
        Screening screened = rule.screen(score);
        Screening direction = request.direction() == null ? screened : request.direction();
        List<FieldFault> faults = naming.faults(request.named());
        if (direction != screened && isBlank(request.conclusion())) {
            faults.add(FieldFault.of(
                    "conclusion", "required", Words.of("方向与规则不同，请说明理由", "Say why the direction is not the rule's")));
        }
        mustHaveNone(faults);
        row.setScore(score);
        row.setScreened(screened.name());
        row.setScreeningRule(cards.kept(rule));
        row.setDirection(direction.name());
        row.setConclusion(request.conclusion());
        row.setNamed(naming.kept(request.named()));
        boolean together = grading.isTogether(held.row());
        row.setWithGrade(together);
        row.setState(AssessmentState.SUBMITTED.name());
        row.setSubmittedBy(viewer.userId());
        row.setSubmittedAt(clock.instant());
        int version = store.save(row);
        if (together) {
            grades.sendAlong(opportunityId, viewer);
        } else {
            approvals.send(AssessmentApproval.KIND, id, request.conclusion(), viewer);
        }
        return version;
    }

    private void mustBeComplete(
            ScoreCard card, Marks marks, Map<Long, Map<String, BigDecimal>> given, ScoreCards rule) {
        List<Words> missing = missing(card, marks, given, rule);
        if (!missing.isEmpty()) {
            throw new Problem(AssessmentProblem.ASSESSMENT_INCOMPLETE)
                    .with("missing", missing.stream().map(Words::here).toList());
        }
    }

    /** All that speaks against sending it. */
    List<Words> missing(ScoreCard card, Marks marks, Map<Long, Map<String, BigDecimal>> given, ScoreCards rule) {
        List<Words> missing = new ArrayList<>();
        for (Marks.Criterion criterion : marks.criteria()) {
            if (criterion.mean() == null) {
                Words name = card.criteria().stream()
                        .filter(it -> it.code().equals(criterion.code()))
                        .findFirst()
                        .orElseThrow()
                        .name();
                missing.add(new Words("还没有人评：" + name.zh(), "Nobody has rated: " + name.en()));
            }
        }
        long whole = marks.wholeRaters();
        if (whole < rule.leastRaters()) {
            missing.add(Words.of("至少要 %s 人完整评分，现有 %s 人", "%s must rate it whole, so far: %s")
                    .with(rule.leastRaters(), whole));
        }
        String role = rule.firstRater();
        if (role != null && !store.anyHolds(given.keySet(), role)) {
            Words name = holders.roleNames().getOrDefault(role, Words.of(role, role));
            missing.add(new Words("还没有" + name.zh() + "的初评", "Not yet rated by: " + name.en()));
        }
        return missing;
    }

    private Held rated(long opportunityId, Viewer viewer) {
        writing.by(viewer);
        Held held = opportunities.lock(opportunityId, viewer);
        if (!held.relation().mayWork(OpportunityPermissions.ASSESS) || !labels.mayRead(ScoreFields.SCORE, viewer)) {
            throw Problem.forbidden(OpportunityPermissions.ASSESS);
        }
        return held.alive();
    }

    private AssessmentRecord open(long opportunityId, long id) {
        AssessmentRecord row = store.get(opportunityId, id);
        if (!AssessmentState.valueOf(row.getState()).isRated()) {
            throw new Problem(AssessmentProblem.ASSESSMENT_FIXED);
        }
        return row;
    }

    private static void mustHaveNone(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
