package qiji.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One tokenizer for what is written and what is asked for. X1 */
class SearchTokensTests {
    @Test
    void splitsChineseIntoCharactersAndPairs() {
        assertThat(SearchTokens.tokens("移动专线")).containsExactlyInAnyOrder("移", "动", "专", "线", "移动", "动专", "专线");
    }

    @Test
    void takesLatinWordsAndNumbersWhole() {
        assertThat(SearchTokens.tokens("GTX Pro 2026")).containsExactlyInAnyOrder("gtx", "pro", "2026");
    }

    @Test
    void readsFullWidthAsWhatItMeans() {
        assertThat(SearchTokens.tokens("ＡＢＣ１２")).containsExactly("abc12");
    }

    @Test
    void passesOverWhatIsNotThere() {
        assertThat(SearchTokens.tokens(null, "", "  ", "!!!")).isEmpty();
    }
}
