package qiji.opportunity.grade;

import static db.organization.Tables.ROLE;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import qiji.platform.Words;

/** The roles that may be asked to confirm a grade, by code. */
@Repository
class GradeRoleStore {
    private final DSLContext jooq;

    GradeRoleStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    Map<String, Words> roles() {
        Map<String, Words> roles = new LinkedHashMap<>();
        jooq.select(ROLE.CODE, ROLE.NAME_ZH, ROLE.NAME_EN)
                .from(ROLE)
                .orderBy(ROLE.ID)
                .forEach(row -> roles.put(row.value1(), Words.of(row.value2(), row.value3())));
        return roles;
    }
}
