package qiji.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** D1: what we sell. */
@ModuleTest
class ProductsTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    private Api manager;
    private Api seller;

    @BeforeEach
    void aManagerAndASeller() {
        manager = Api.of(
                http,
                SampleData.viewer(
                        sample.user("Manager"),
                        "product:read",
                        "product:create",
                        "product:edit",
                        "product:archive",
                        "product:cost"));
        seller = Api.of(http, SampleData.viewer(sample.user("Seller"), "product:read"));
    }

    @Test
    void keepsProductsAndFindsThem() {
        String name = SampleData.unique("互联网专线");
        long id = manager.create(
                "/api/products", "{\"name\": \"%s\", \"listPrice\": 1200.5, \"cost\": 800}".formatted(name));

        assertThat(seller.read("/api/products/" + id)
                        .path("values")
                        .path("listPrice")
                        .asDouble())
                .isEqualTo(1200.5);
        assertThat(seller.read("/api/records/product/lookup?q={q}", "专线").toString())
                .contains(name);
        assertThat(manager.patch("/api/products/" + id, "{\"version\": 0, \"series\": \"专线\"}"))
                .hasStatusOk();
        assertThat(manager.patch("/api/products/" + id, "{\"version\": 0, \"series\": \"x\"}"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(manager.post("/api/products", "{\"name\": \"y\", \"listPrice\": -1, \"cost\": 0.001}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"fields\": [{\"field\": \"listPrice\"}, {\"field\": \"cost\"}]}");
        // The last one: what the database refuses ends the transaction, here that of the test.
        assertThat(manager.post("/api/products", "{\"name\": \"%s\"}".formatted(name)))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .isLenientlyEqualTo("{\"fields\": [{\"field\": \"name\", \"code\": \"taken\"}]}");
    }

    // A4
    @Test
    void hidesTheCostFromWhoMayNotSeeIt() {
        long id =
                manager.create("/api/products", "{\"name\": \"%s\", \"cost\": 800}".formatted(SampleData.unique("P")));

        assertThat(manager.read("/api/products/" + id)
                        .path("values")
                        .path("cost")
                        .asInt())
                .isEqualTo(800);
        assertThat(seller.read("/api/products/" + id).path("values").has("cost"))
                .isFalse();
        assertThat(seller.get("/api/records/product?fields=cost")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(seller.get("/api/records/product?sort=cost")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void refusesWhoLacksTheRight() {
        long id = manager.create("/api/products", "{\"name\": \"%s\"}".formatted(SampleData.unique("P")));

        assertThat(seller.post("/api/products", "{\"name\": \"x\"}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(seller.patch("/api/products/" + id, "{\"name\": \"x\"}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(seller.post("/api/products/" + id + "/archive", "")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(manager.get("/api/products/99999999")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void putsAwayAndTakesBack() {
        String name = SampleData.unique("裸光纤");
        long id = manager.create("/api/products", "{\"name\": \"%s\"}".formatted(name));

        assertThat(manager.post("/api/products/" + id + "/archive", "")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(seller.read("/api/records/product/lookup?q={q}", name).path("items"))
                .isEmpty();
        assertThat(manager.post("/api/products/" + id + "/restoration", "")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(seller.read("/api/records/product/lookup?q={q}", name).path("items"))
                .hasSize(1);
    }
}
