package qiji.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 32100-2015. B1 */
class CreditCodeTests {
    @ParameterizedTest
    @ValueSource(strings = {"91330100799655058B", "9144030071526726XG", "914403001922038216", "91110000802100433B"})
    void acceptsRealCodes(String code) {
        assertThat(CreditCode.read(code)).isEqualTo(new CreditCode.Valid(code));
    }

    @Test
    void takesWidthCaseSpacesAndHyphensAsMeant() {
        assertThat(CreditCode.read(" ９１３３０１００-799655058ｂ\u3000")).isEqualTo(new CreditCode.Valid("91330100799655058B"));
    }

    @ParameterizedTest
    @CsvSource({
        "9133010079965505,应为 18 位，现为 16 位",
        "91330100799655058O,第 18 位“O”",
        "9133010079965505 中B,第 17 位“中”",
        "91330100799655058C,最后一位应为 B",
        "91330100799655085B,校验位不符"
    })
    void saysWhatIsWrong(String code, String words) {
        assertThat(CreditCode.read(code))
                .isInstanceOfSatisfying(
                        CreditCode.Invalid.class,
                        it -> assertThat(it.why().zh()).contains(words));
    }

    @Test
    void noticesEveryMistypedCharacterAndEverySwapOfNeighbours() {
        String code = "91330100799655058B";
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (int i = 0; i < code.length(); i++) {
            for (char other : alphabet.toCharArray()) {
                String mistyped = code.substring(0, i) + other + code.substring(i + 1);
                assertThat(CreditCode.read(mistyped) instanceof CreditCode.Valid)
                        .isEqualTo(mistyped.equals(code));
            }
            if (i > 0 && code.charAt(i) != code.charAt(i - 1)) {
                String swapped = code.substring(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.substring(i + 1);
                assertThat(CreditCode.read(swapped)).isInstanceOf(CreditCode.Invalid.class);
            }
        }
    }
}
