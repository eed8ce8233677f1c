package qiji.customer;

import java.text.Normalizer;
import java.util.Optional;

/** A telephone number as people write it, and as it is compared: digits only, without the country code of China. */
record PhoneNumber(String written) {
    private static final int MOBILE_DIGITS = 11;
    private static final int END_DIGITS = 4;

    /** Digits; {@code +86 138-0013-8000} and {@code １３８００１３８０００} are the same. Empty if there are none. */
    String digits() {
        String digits = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
        return digits.replaceFirst("^(?:00)?86(?=1[0-9]{10}$)", "");
    }

    /** The last four digits, by which people look a number up; empty if it has no more than those. */
    Optional<String> end() {
        String digits = digits();
        return digits.length() > END_DIGITS
                ? Optional.of(digits.substring(digits.length() - END_DIGITS))
                : Optional.empty();
    }

    /** As long as a mobile number, or one with its area code. */
    boolean isWhole() {
        return digits().length() >= MOBILE_DIGITS;
    }

    /** {@code 138****1234}; of shorter numbers only the last two or four digits. */
    String masked() {
        String digits = digits();
        if (digits.length() >= MOBILE_DIGITS) {
            return digits.substring(0, 3) + "****" + digits.substring(digits.length() - END_DIGITS);
        }
        int shown = digits.length() >= 7 ? END_DIGITS : digits.length() >= 5 ? 2 : 0;
        return "****" + digits.substring(digits.length() - shown);
    }
}
