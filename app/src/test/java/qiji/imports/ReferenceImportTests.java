package qiji.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import qiji.organization.Viewers;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** X3: a custom field that refers to another record is loaded by what that record is called. */
@ModuleTest
@Transactional(propagation = Propagation.NOT_SUPPORTED) // a load is a job, in transactions of its own
class ReferenceImportTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Viewers viewers;

    @Autowired
    DSLContext jooq;

    Importing importing;

    @BeforeEach
    void beTheAdministrator() {
        importing = new Importing(mvc, viewers.find(Administrator.id(jooq)).orElseThrow());
    }

    @Test
    void findsTheRecordOfACustomReferenceByItsName() {
        String unique = SampleData.unique("usual").replace("-", "");
        importing.post("/api/custom-fields", """
                {"type": "customer", "code": "%s", "labelZh": "常购", "labelEn": "Usual", "kind": "REFERENCE",
                 "reference": "product", "required": false, "position": 1}""".formatted(unique));
        String product = importing
                .post("/api/products", "{\"name\": \"%s产品\"}".formatted(unique))
                .get("id")
                .asString();
        JsonNode run = importing.upload(
                "customer",
                "c.csv",
                "name,usual\n%1$s客户,%1$s产品\n%1$s客户二,没有\n".formatted(unique).getBytes(StandardCharsets.UTF_8));
        importing.map(run, """
                {"columns": [{"column": "name", "field": "name"}, {"column": "usual", "field": "cf_%s"}],
                 "keyField": "name"}""".formatted(unique));
        assertThat(importing.dryRun(run).get("good").asInt()).isEqualTo(1);
        assertThat(importing.run(run).get("created").asInt()).isEqualTo(1);
        assertThat(importing.count("customer", """
                {"field": "cf_%s", "op": "is", "value": "%s"}""".formatted(unique, product))).isEqualTo(1);
    }
}
