package qiji.opportunity.risk;

import static db.opportunity.Tables.RISK;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.HandsOver;
import qiji.access.NamedBy;
import qiji.platform.Words;

/** The risks that somebody watches; those that are over stay with who did. [A1] */
@Configuration(proxyBeanMethods = false)
class RiskHandOver {
    @Bean
    HandsOver watchedRisks(DSLContext jooq) {
        return NamedBy.column(RISK.OWNER_ID, "risk", Words.of("负责的风险", "Risks watched"), jooq)
                .only(RISK.STATE.ne("CLOSED"));
    }
}
