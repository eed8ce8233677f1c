package qiji.opportunity;

import static db.organization.Tables.SHARE;
import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.scoped;
import static qiji.testing.SampleData.viewer;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.part.OpportunityParts;
import qiji.records.Records;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Who sees which opportunity: list, count, board and companions say the same. A3 */
@ModuleTest
class SightTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    OpportunityParts parts;

    @Autowired
    Records records;

    @Autowired
    RecordAccess access;

    @Autowired
    SampleData sample;

    @Autowired
    Writing writing;

    @Autowired
    DSLContext jooq;

    private long north;
    private long mine;
    private long ofMyDepartment;
    private long ofMyTeam;
    private long shared;
    private long foreign;
    private Viewer me;

    @BeforeEach
    void records() {
        SampleOpportunities opportunities = new SampleOpportunities(beans);
        north = sample.department("North");
        long south = sample.department("South");
        long i = sample.user("Me", north);
        long colleague = sample.user("Colleague", north);
        long other = sample.user("Other", south);
        me = viewer(i, SampleOpportunities.EVERY_RIGHT);
        mine = opportunities.opportunity(i, row -> row.setDepartmentId(north));
        ofMyDepartment = opportunities.opportunity(colleague, row -> row.setDepartmentId(north));
        ofMyTeam = opportunities.opportunity(other, row -> row.setDepartmentId(south));
        shared = opportunities.opportunity(other, row -> row.setDepartmentId(south));
        foreign = opportunities.opportunity(other, row -> row.setDepartmentId(south));
        parts.saveMember(ofMyTeam, i, MemberRole.READER, me);
        writing.by(Viewer.system("test"));
        jooq.insertInto(SHARE)
                .set(SHARE.RECORD_TYPE, "opportunity")
                .set(SHARE.RECORD_ID, shared)
                .set(SHARE.USER_ID, i)
                .set(SHARE.SHARED_BY, other)
                .execute();
    }

    @Test
    void isScopeTeamAndSharing() {
        assertThat(seenBy(Scope.none())).containsExactlyInAnyOrder(ofMyTeam, shared);
        assertThat(seenBy(Scope.ofOwners(Set.of(me.userId())))).containsExactlyInAnyOrder(mine, ofMyTeam, shared);
        assertThat(seenBy(Scope.ofDepartments(Set.of(north))))
                .containsExactlyInAnyOrder(mine, ofMyDepartment, ofMyTeam, shared);
        assertThat(seenBy(Scope.everything()))
                .containsExactlyInAnyOrder(mine, ofMyDepartment, ofMyTeam, shared, foreign);
    }

    private Set<Long> seenBy(Scope scope) {
        Viewer viewer = scoped(me, "opportunity", scope);
        List<Long> all = List.of(mine, ofMyDepartment, ofMyTeam, shared, foreign);
        Set<Long> listed =
                new TreeSet<>(records.query("opportunity", viewer).only(all).ids(100));
        assertThat(records.query("opportunity", viewer).only(all).count().count())
                .isEqualTo(listed.size());
        for (long id : all) {
            assertThat(access.maySee(viewer, new RecordRef("opportunity", id))).isEqualTo(listed.contains(id));
            assertThat(new Http(beans).send(org.springframework.http.HttpMethod.GET, "/" + id, "", viewer))
                    .hasStatus(listed.contains(id) ? 200 : 404);
        }
        JsonNode board = new Http(beans).get("/board?limit=200", viewer);
        Set<Long> onBoard = new TreeSet<>();
        long counted = 0;
        for (JsonNode lane : board.get("lanes")) {
            lane.get("rows").forEach(row -> onBoard.add(row.get("id").asLong()));
            counted += lane.get("count").asLong();
        }
        onBoard.retainAll(all);
        assertThat(onBoard).isEqualTo(listed);
        assertThat(counted).isGreaterThanOrEqualTo(listed.size());
        return listed;
    }

    @Test
    void worksOnlyWithinScopeOrAsAMember() {
        Viewer narrow = scoped(me, "opportunity", Scope.ofOwners(Set.of(me.userId())));
        assertThat(access.mayWrite(narrow, new RecordRef("opportunity", mine))).isTrue();
        assertThat(access.mayWrite(narrow, new RecordRef("opportunity", ofMyTeam)))
                .isFalse();
        assertThat(access.mayWrite(narrow, new RecordRef("opportunity", shared)))
                .isFalse();
        parts.saveMember(ofMyTeam, me.userId(), MemberRole.SOLUTION, me);
        assertThat(access.mayWrite(narrow, new RecordRef("opportunity", ofMyTeam)))
                .isTrue();
    }

    @Test
    void laysTheBoardOutByStageOwnerStatusAndMonth() {
        Http http = new Http(beans);
        assertThat(http.get("/board", me).get("lanes")).hasSize(6);
        assertThat(http.get("/board", me).at("/lanes/0/stage/code").asString()).isEqualTo("A");
        for (String by : List.of("OWNER", "STATUS", "MONTH")) {
            JsonNode lanes = http.get("/board?by=" + by, me).get("lanes");
            assertThat(lanes).isNotEmpty();
            lanes.forEach(lane -> assertThat(lane.get("rows").size())
                    .isEqualTo((int) Math.min(20, lane.get("count").asLong())));
        }
        assertThat(http.send(org.springframework.http.HttpMethod.GET, "/board?by=NONSENSE", "", me))
                .hasStatus(400);
        assertThat(http.send(org.springframework.http.HttpMethod.GET, "/board?filter={", "", me))
                .hasStatus(400);
        assertThat(http.send(org.springframework.http.HttpMethod.GET, "/board?process=987654321", "", me))
                .hasStatus(404);
    }
}
