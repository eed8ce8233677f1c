package qiji.customer.duplicates;

import static qiji.customer.duplicates.Likeness.Reason.SAME_EMAIL;
import static qiji.customer.duplicates.Likeness.Reason.SAME_NAME;
import static qiji.customer.duplicates.Likeness.Reason.SAME_PHONE;
import static qiji.customer.duplicates.Likeness.Reason.SOUNDS_ALIKE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import qiji.customer.duplicates.Likeness.Reason;
import qiji.records.search.Spelling;

/** Whether two contacts are one person. A name alone is none: at two customers there are two people of that name. [B1 B2] */
final class ContactLikeness {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}·.]+");
    private static final int PHONE = 80;
    private static final int EMAIL = 85;
    private static final int NAME = 90;
    private static final int SOUND = 70;
    private static final int MORE = 10;
    private static final int CERTAIN = 100;

    private ContactLikeness() {}

    static Likeness of(String one, String other, boolean sameCustomer, boolean samePhone, boolean sameEmail) {
        List<Reason> reasons = new ArrayList<>();
        int score = 0;
        boolean reached = samePhone || sameEmail;
        String name = folded(one);
        String otherName = folded(other);
        if (name.equals(otherName) && (sameCustomer || reached)) {
            reasons.add(SAME_NAME);
            score = NAME;
        } else if (Spelling.read(name).equals(Spelling.read(otherName)) && (sameCustomer || reached)) {
            reasons.add(SOUNDS_ALIKE);
            score = SOUND;
        }
        if (samePhone) {
            score = Math.max(PHONE, score) + (reasons.isEmpty() ? 0 : MORE);
            reasons.add(SAME_PHONE);
        }
        if (sameEmail) {
            score = Math.max(EMAIL, score) + (reasons.isEmpty() ? 0 : MORE);
            reasons.add(SAME_EMAIL);
        }
        return new Likeness(Math.min(CERTAIN, score), reasons);
    }

    private static String folded(String name) {
        return SPACES.matcher(Spelling.folded(name)).replaceAll("");
    }
}
