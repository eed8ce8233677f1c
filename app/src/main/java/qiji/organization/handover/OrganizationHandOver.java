package qiji.organization.handover;

import static db.organization.Tables.DEPARTMENT;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import qiji.access.HandsOver;
import qiji.access.NamedBy;
import qiji.platform.Words;

/** The departments that someone leads are handed over too. [A1] */
@Configuration(proxyBeanMethods = false)
class OrganizationHandOver {
    @Bean
    @Order(101)
    HandsOver ledDepartments(DSLContext jooq) {
        return NamedBy.column(DEPARTMENT.LEADER_ID, "department", Words.of("负责的部门", "Departments led"), jooq);
    }
}
