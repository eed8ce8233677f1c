package qiji.records.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTests {
    @Test
    void putsCellsInTheirPlaces() {
        assertThat(Template.fill("{product} · {account}", Map.of("product", "GTK 500", "account", "Isdom")))
                .isEqualTo("GTK 500 · Isdom");
    }

    @Test
    void joinsNothingToAnEmptyCell() {
        assertThat(Template.fill("{product} · {account}", Map.of("product", "GTK 500", "account", "")))
                .isEqualTo("GTK 500");
        assertThat(Template.fill("{product} · {account}", Map.of())).isEmpty();
    }

    @Test
    void leavesAFixedTextAsItIs() {
        assertThat(Template.fill("- as it is -", Map.of())).isEqualTo("- as it is -");
    }
}
