package qiji.demo.client;

import qiji.customer.CreditCode;
import qiji.demo.company.Place;

/** Makes unified social credit codes that belong to nobody known, yet are as they must be. */
final class RegistrationCode {
    private static final int BODY = 8;
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    /** Shares no factor with the number of codes, so that each comes once before any comes again. */
    private static final long STEP = 368_787L;

    private static final long CODES = 1_000_000L;

    private RegistrationCode() {}

    /** Another one for each {@code index} below a million. */
    static String of(int index, String nature, Place place) {
        return CreditCode.complete(nature + place.code() + organization(index));
    }

    /** The organisation code of nine characters within; its last is a check digit too. Source: GB 11714-1997. */
    private static String organization(int index) {
        StringBuilder code = new StringBuilder("MA"); // as given out since 2015
        code.append("%06d".formatted((index * STEP + 314_159L) % CODES));
        int sum = 0;
        for (int i = 0; i < BODY; i++) {
            sum += WEIGHTS[i] * orderOf(code.charAt(i));
        }
        int check = 11 - sum % 11;
        return code.append(check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check))
                .toString();
    }

    private static int orderOf(char character) {
        return character <= '9' ? character - '0' : character - 'A' + 10;
    }
}
