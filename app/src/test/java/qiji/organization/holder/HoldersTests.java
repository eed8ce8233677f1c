package qiji.organization.holder;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;
import static db.organization.Tables.POST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.holder.Holders.Found;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** Who answers for a department: the nearest upwards. [A1 D9] */
@ModuleTest
class HoldersTests {
    private static final String ROLE = "CENTER_DIRECTOR";

    @Autowired
    SampleData sample;

    @Autowired
    Holders holders;

    @Autowired
    Writing writing;

    @Autowired
    DSLContext jooq;

    private long region;
    private long branch;
    private long team;
    private long above;

    @BeforeEach
    void aRegionWithABranchWithATeam() {
        region = sample.department("Region");
        branch = sample.department("Branch", region);
        team = sample.department("Team", branch);
        above = holder(region);
        writing.by(Viewer.system("test"));
    }

    @Test
    void areThoseOfTheNearestDepartmentThatHasAny() {
        assertThat(holders.of(ROLE, team, Set.of())).isEqualTo(found(region, above));
        long near = holder(branch);
        long other = holder(branch);
        assertThat(holders.of(ROLE, team, Set.of())).isEqualTo(found(branch, near, other));
        assertThat(holders.of(ROLE, team, Set.of(near))).isEqualTo(found(branch, other));
        assertThat(holders.of(ROLE, team, Set.of(near, other))).isEqualTo(found(region, above));
        assertThat(holders.of(ROLE, team, Set.of(near, other, above))).isEqualTo(Found.NOBODY);
        assertThat(holders.of("NO_SUCH_ROLE", team)).isEmpty();
    }

    @Test
    void countPostsAndLeaveOutWhoLeft() {
        long deputy = holder(region);
        jooq.insertInto(POST)
                .set(POST.USER_ID, deputy)
                .set(POST.DEPARTMENT_ID, team)
                .execute();
        assertThat(holders.of(ROLE, team)).containsExactly(deputy);
        jooq.update(APP_USER)
                .set(APP_USER.STATE, "INACTIVE")
                .where(APP_USER.ID.eq(deputy))
                .execute();
        assertThat(holders.of(ROLE, team)).containsExactly(above);
    }

    @Test
    void areTheNearestLeaderAndTheNearestManager() {
        long boss = sample.user("Boss", region);
        long lead = sample.user("Lead", branch);
        long seller = sample.user("Seller", team);
        leads(region, boss);
        leads(branch, lead);
        assertThat(holders.leader(team, 0, Set.of())).isEqualTo(found(branch, lead));
        assertThat(holders.leader(team, 2, Set.of())).isEqualTo(found(region, boss));
        assertThat(holders.leader(team, 0, Set.of(lead))).isEqualTo(found(region, boss));
        manages(lead, seller);
        manages(boss, lead);
        manages(lead, boss); // a circle ends
        assertThat(holders.manager(seller, Set.of())).isEqualTo(found(branch, lead));
        assertThat(holders.manager(seller, Set.of(lead))).isEqualTo(found(region, boss));
        assertThat(holders.manager(seller, Set.of(lead, boss))).isEqualTo(Found.NOBODY);
    }

    private static Found found(long department, Long... users) {
        return new Found(java.util.List.of(users), department);
    }

    private long holder(long department) {
        long user = sample.user("Director", department);
        writing.by(Viewer.system("test"));
        jooq.execute("insert into organization.user_role (user_id, role_id) select " + user
                + ", id from organization.role where code = '" + ROLE + "'");
        return user;
    }

    private void leads(long department, long user) {
        jooq.update(DEPARTMENT)
                .set(DEPARTMENT.LEADER_ID, user)
                .where(DEPARTMENT.ID.eq(department))
                .execute();
    }

    private void manages(long manager, long user) {
        jooq.update(APP_USER)
                .set(APP_USER.MANAGER_ID, manager)
                .where(APP_USER.ID.eq(user))
                .execute();
    }
}
