package qiji.records.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearValueTests {
    private static final List<String> PRODUCTS =
            List.of("GTX Basic", "GTX Pro", "MG Special", "MG Advanced", "GTX Plus Pro", "GTX Plus Basic", "GTK 500");

    @Test
    void findsWhatDiffersOnlyInSpaces() {
        assertThat(NearValue.of("GTXPro", PRODUCTS)).contains("GTX Pro");
    }

    @Test
    void findsSwappedAndMissingLetters() {
        assertThat(NearValue.of("technolgy", List.of("retail", "technology"))).contains("technology");
        assertThat(NearValue.of("Philipines", List.of("Philippines"))).contains("Philippines");
        assertThat(NearValue.distance("abcd", "abdc")).isEqualTo(1);
    }

    @Test
    void countsWidthAndCaseAsEqual() {
        assertThat(NearValue.of("ＧＴＸ　ｐｒｏ", PRODUCTS)).contains("GTX Pro");
    }

    @Test
    void takesTheNearestOfSeveral() {
        assertThat(NearValue.of("GTX Plus Bsic", PRODUCTS)).contains("GTX Plus Basic");
    }

    @Test
    void guessesNothingFarAway() {
        assertThat(NearValue.of("medical", List.of("retail", "finance"))).isEmpty();
        assertThat(NearValue.of("AB", List.of("AC"))).isEmpty();
        assertThat(NearValue.of(" ", PRODUCTS)).isEmpty();
    }
}
