package qiji.opportunity.plan;

import static db.opportunity.Tables.PLAN_ITEM;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.HandsOver;
import qiji.access.NamedBy;
import qiji.platform.Words;

/** What somebody was to do by plans; what is done stays with who did it. [A1 D7] */
@Configuration(proxyBeanMethods = false)
class PlanHandOver {
    @Bean
    HandsOver openPlanItems(DSLContext jooq) {
        return NamedBy.column(PLAN_ITEM.ASSIGNEE_ID, "plan-item", Words.of("未完成的计划项", "Open plan items"), jooq)
                .only(PLAN_ITEM.DONE_ON.isNull());
    }
}
