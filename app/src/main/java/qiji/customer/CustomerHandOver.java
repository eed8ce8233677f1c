package qiji.customer;

import static db.customer.Tables.CUSTOMER;
import static org.jooq.impl.DSL.falseCondition;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.HandsOver;
import qiji.access.NamedBy;
import qiji.platform.Words;

/** The customers that somebody has, archived ones included. [A1] */
@Configuration(proxyBeanMethods = false)
class CustomerHandOver {
    @Bean
    HandsOver ownedCustomers(DSLContext jooq) {
        return NamedBy.column(CUSTOMER.OWNER_ID, Customers.TYPE, Words.of("客户", "Customers"), jooq)
                .lyingIn(CUSTOMER.DEPARTMENT_ID, falseCondition());
    }
}
