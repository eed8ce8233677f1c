package qiji.opportunity.assessment;

import db.opportunity.tables.records.AssessmentRecord;
import java.time.Clock;
import java.time.LocalDate;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.opportunity.score.ScoreCard;
import qiji.opportunity.score.ScoreCardKind;
import qiji.opportunity.score.ScoreCards;
import qiji.opportunity.score.ScreeningRule;
import qiji.opportunity.score.ScreeningRuleKind;
import qiji.platform.Time;
import qiji.rule.Rules;
import tools.jackson.databind.json.JsonMapper;

/** The cards and limits that hold for a department today, and those that an assessment keeps. */
@Component
class Cards {
    private final Rules rules;
    private final ScoreCardKind cards;
    private final ScreeningRuleKind screening;
    private final JsonMapper json;
    private final Clock clock;

    Cards(Rules rules, ScoreCardKind cards, ScreeningRuleKind screening, JsonMapper json, Clock clock) {
        this.rules = rules;
        this.cards = cards;
        this.screening = screening;
        this.json = json;
        this.clock = clock;
    }

    Rules.InForce<ScoreCards> today(@Nullable Long departmentId) {
        return rules.inForce(cards, departmentId, day());
    }

    ScreeningRule screeningToday(@Nullable Long departmentId) {
        return rules.at(screening, departmentId, day());
    }

    ScoreCard of(AssessmentRecord row) {
        return json.readValue(row.getCard().data(), ScoreCard.class);
    }

    /** What it was screened by when it was sent; null before. */
    @Nullable
    ScreeningRule screenedBy(AssessmentRecord row) {
        JSONB rule = row.getScreeningRule();
        return rule == null ? null : json.readValue(rule.data(), ScreeningRule.class);
    }

    JSONB kept(Object body) {
        return JSONB.valueOf(json.writeValueAsString(body));
    }

    private LocalDate day() {
        return LocalDate.now(clock.withZone(Time.ZONE));
    }
}
