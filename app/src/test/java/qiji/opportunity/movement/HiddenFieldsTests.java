package qiji.opportunity.movement;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.SampleOpportunities;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** Two days compared by who may not read all that tells them apart. D17 A4 */
@ModuleTest
class HiddenFieldsTests {
    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    SampleData sample;

    @Autowired
    MovementQueries movements;

    @Autowired
    ApplicationContext beans;

    private long me;
    private Comparison wanted;

    /** One that was abandoned, and one made since. */
    @BeforeEach
    void found() {
        me = sample.user("Me");
        writing.by(Viewer.system("test"));
        long abandoned = insert();
        Instant then = now();
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.STATUS, "ABANDONED")
                .set(OPPORTUNITY.CLOSED_ON, LocalDate.EPOCH)
                .where(OPPORTUNITY.ID.eq(abandoned))
                .execute();
        insert();
        wanted = new Comparison(then, null, null, null, null);
    }

    private long insert() {
        return new SampleOpportunities(beans).opportunity(me, row -> {
            row.setCreatedAt(now());
            row.setExpectedAmount(BigDecimal.TEN);
        });
    }

    private Instant now() {
        return jooq.fetchSingle("select clock_timestamp()").get(0, Instant.class);
    }

    private Viewer without(String... hidden) {
        Viewer open =
                SampleData.scoped(SampleData.viewer(me, "opportunity:read"), "opportunity", Scope.ofOwners(Set.of(me)));
        Map<String, FieldAccess> fields = Arrays.stream(hidden)
                .collect(Collectors.toMap(field -> "opportunity." + field, _ -> FieldAccess.HIDDEN));
        return new Viewer(me, 0, "Me", open.permissions(), open.scopes(), fields, false);
    }

    @ParameterizedTest
    @CsvSource({
        "name, NEW DROPPED",
        "number, NEW DROPPED",
        "expectedAmount, NEW DROPPED",
        "expectedSignOn, NEW DROPPED",
        "createdAt, ENTERED DROPPED",
        "status, NEW"
    })
    void whatCanBeToldWithoutAFieldIs(String hidden, String told) {
        Viewer viewer = without(hidden);
        var compared = movements.compare(wanted, viewer);
        List<Movement> found = compared.bars().stream()
                .filter(bar -> bar.count() > 0)
                .map(MovementQueries.Bar::movement)
                .toList();
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(told.split(" ", -1))
                        .map(Movement::valueOf)
                        .toList());
        assertThat(compared.leftOut())
                .isEqualTo(Arrays.stream(Movement.values())
                        .filter(movement -> hidden.equals(movement.field()))
                        .map(movement -> movement.words().here())
                        .toList());
        assertThat(compared.ofAnyStatus()).isEqualTo(hidden.equals("status"));
        assertThat(compared.slipped() == null).isEqualTo(hidden.equals("expectedSignOn"));
        for (Movement movement : found) {
            for (var row : movements.behind(movement, wanted, 10, null, viewer).rows()) {
                assertThat(row.name() == null).isEqualTo(hidden.equals("name"));
                assertThat(row.number() == null).isEqualTo(hidden.equals("number"));
                assertThat(row.statusAfter() == null).isEqualTo(hidden.equals("status"));
                assertThat(row.gone()).isFalse();
            }
        }
    }

    @Test
    void howManyThereWereIsToldWithoutAnyField() {
        var compared = movements.compare(
                wanted, without("name", "number", "status", "expectedAmount", "expectedSignOn", "createdAt"));
        assertThat(compared.from().count()).isEqualTo(1);
        assertThat(compared.to().count()).isEqualTo(2);
        assertThat(compared.bars())
                .extracting(MovementQueries.Bar::movement)
                .containsExactly(Movement.ENTERED, Movement.LEFT);
    }
}
