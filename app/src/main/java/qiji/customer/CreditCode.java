package qiji.customer;

import java.text.Normalizer;
import java.util.Locale;
import qiji.platform.Words;

/**
 * What a unified social credit code (统一社会信用代码) reads as: 18 characters, the last a check character over the
 * others. Source: GB 32100-2015, 4.2. [B1]
 */
public sealed interface CreditCode {
    /** As written in the standard: without spaces, upper case. */
    record Valid(String code) implements CreditCode {}

    record Invalid(Words why) implements CreditCode {}

    /** The code that these first 17 characters begin. */
    static String complete(String seventeen) {
        return seventeen + Check.of(seventeen);
    }

    /** Full-width characters, lower case, spaces and hyphens are taken as what was meant. */
    static CreditCode read(String text) {
        String code = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}-]", "")
                .toUpperCase(Locale.ROOT);
        if (code.length() != Check.LENGTH) {
            return new Invalid(
                    Words.of("统一社会信用代码应为 18 位，现为 %s 位", "A unified social credit code has 18 characters, not %s")
                            .with(code.length()));
        }
        int wrong = Check.firstForeign(code);
        if (wrong >= 0) {
            return new Invalid(Words.of(
                            "第 %s 位“%s”不能出现在统一社会信用代码中（不使用 I、O、S、V、Z）",
                            "Character %s, “%s”, cannot stand in a unified social credit code (I, O, S, V, Z are not used)")
                    .with(wrong + 1, code.substring(wrong, wrong + 1)));
        }
        char expected = Check.of(code);
        if (code.charAt(Check.LENGTH - 1) != expected) {
            return new Invalid(Words.of(
                            "校验位不符：按前 17 位，最后一位应为 %s，请核对是否录错",
                            "The check character is wrong: after these 17 it would be %s; see whether one is mistyped")
                    .with(expected));
        }
        return new Valid(code);
    }

    /** The check character: 31 minus the weighted sum of the 17 before, modulo 31. */
    final class Check {
        private static final int LENGTH = 18;
        private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

        private Check() {}

        private static int firstForeign(String code) {
            for (int i = 0; i < code.length(); i++) {
                if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                    return i;
                }
            }
            return -1;
        }

        /** The character that the first 17 of {@code code} ask for. Weights are the powers of 3 modulo 31. */
        static char of(String code) {
            int sum = 0;
            int weight = 1;
            for (int i = 0; i < LENGTH - 1; i++) {
                sum += ALPHABET.indexOf(code.charAt(i)) * weight;
                weight = weight * 3 % ALPHABET.length();
            }
            return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
        }
    }
}
