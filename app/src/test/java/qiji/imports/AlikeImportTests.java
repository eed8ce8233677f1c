package qiji.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewers;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/** A dry run names the rows that would make a customer that is probably there already. [B1 X3] */
@ModuleTest
@TestPropertySource(properties = "test.database=alike-import")
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class AlikeImportTests {
    private static final String MAPPING = """
            {"columns": [{"column": "name", "field": "name"}]}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Viewers viewers;

    @Autowired
    DSLContext jooq;

    @Test
    void namesRowsThatWouldMakeWhatIsThereAlready() {
        Importing importing =
                new Importing(mvc, viewers.find(Administrator.id(jooq)).orElseThrow());
        JsonNode first = load(importing, "name\n北京星河动力科技有限公司\n");
        importing.dryRun(first);
        importing.run(first);

        JsonNode run = load(importing, "name\n星河動力科技（北京）股份有限公司\n云帆信息有限公司\n云帆信息公司\n");
        JsonNode alike = importing.dryRun(run).path("alike");

        assertThat(alike.path("count").asInt()).isEqualTo(2);
        assertThat(alike.path("rows").path(0).path("otherName").asString()).isEqualTo("北京星河动力科技有限公司");
        assertThat(alike.path("rows").path(0).path("otherId").isNull()).isFalse();
        assertThat(alike.path("rows").path(1).path("otherName").asString()).isEqualTo("云帆信息有限公司");
        assertThat(alike.path("rows").path(1).path("otherId").isNull()).isTrue();
        assertThat(importing.run(run).path("created").asInt()).isEqualTo(3);
    }

    private static JsonNode load(Importing importing, String file) {
        JsonNode run = importing.upload("customer", "customers.csv", file.getBytes(StandardCharsets.UTF_8));
        importing.map(run, MAPPING);
        return run;
    }
}
