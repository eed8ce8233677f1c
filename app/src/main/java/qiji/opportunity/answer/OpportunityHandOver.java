package qiji.opportunity.answer;

import static db.opportunity.Tables.OPPORTUNITY;

import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.HandsOver;
import qiji.access.NamedBy;
import qiji.approval.Approvals;
import qiji.opportunity.Opportunities;
import qiji.opportunity.grade.GradeStore;
import qiji.opportunity.grade.Grading;
import qiji.platform.Words;

/** What somebody has of opportunities, closed ones included; a closed one stays with the department that it counts for. [A1] */
@Configuration(proxyBeanMethods = false)
class OpportunityHandOver {
    @Bean
    HandsOver ownedOpportunities(DSLContext jooq, Grading grading, ObjectProvider<Approvals> approvals) {
        return NamedBy.column(OPPORTUNITY.OWNER_ID, Opportunities.TYPE, Words.of("商机", "Opportunities"), jooq)
                .lyingIn(OPPORTUNITY.DEPARTMENT_ID, OPPORTUNITY.CLOSED_ON.isNotNull())
                .telling(grading::moved)
                .giving((from, heir, viewer) ->
                        approvals.getObject().handedOn(Opportunities.TYPE, from, heir.userId(), viewer));
    }

    /** Those that a leader follows in person. */
    @Bean
    HandsOver followedOpportunities(DSLContext jooq, GradeStore grades) {
        return NamedBy.column(
                        OPPORTUNITY.RESPONSIBLE_LEADER_ID,
                        "responsible-leader",
                        Words.of("任责任领导的商机", "Opportunities led"),
                        jooq)
                .telling(grades::leader);
    }
}
