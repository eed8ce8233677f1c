package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldNamesTests {
    @Test
    void namesEachColumnAsTheCatalogueDoes() {
        assertThat(FieldNames.of("customer_id")).isEqualTo("customer");
        assertThat(FieldNames.of("opened_on")).isEqualTo("openedOn");
        assertThat(FieldNames.of("external_id")).isEqualTo("externalId");
    }
}
