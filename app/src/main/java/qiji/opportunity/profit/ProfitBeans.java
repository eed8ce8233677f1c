package qiji.opportunity.profit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.Audits;
import qiji.opportunity.OpportunityPermissions;

@Configuration(proxyBeanMethods = false)
class ProfitBeans {
    @Bean
    Audits.Under cashMonths() {
        return new Audits.Under("opportunity.cash_month", OpportunityPermissions.PROFIT);
    }
}
