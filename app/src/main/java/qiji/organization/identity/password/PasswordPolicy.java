package qiji.organization.identity.password;

import java.util.Locale;
import java.util.Optional;
import qiji.platform.Words;

/** Which passwords may be chosen. Length is what counts; no rule asks for signs of some kind. [A6] */
final class PasswordPolicy {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 5;
    /** What must be left of a password when the user name is taken out. */
    private static final int FEWEST_BESIDE_NAME = 7;
    /** A shorter user name says nothing: it stands in many a word. */
    private static final int SHORTEST_NAME = 3;

    private static final String ROWS =
            "01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 98765432109876543210 1qaz2wsx3edc4rfv5tgb6yhn";

    private PasswordPolicy() {}

    /** What is wrong with the password, if anything. */
    static Optional<Words> fault(String password, String username) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return fault("密码至少 %s 个字符", "A password has at least %s characters", SHORTEST);
        }
        if (password.length() > LONGEST) {
            return fault("密码至多 %s 个字符", "A password has at most %s characters", LONGEST);
        }
        if (isName(password, username)) {
            return Optional.of(Words.of("密码不能是用户名，或用户名略作增添", "The password must not be the user name, or little more"));
        }
        String plain = password.toLowerCase(Locale.ROOT);
        boolean guessed = ROWS.contains(plain)
                || plain.codePoints().distinct().count() < FEWEST_DIFFERENT
                || CommonPasswords.isVariantOfOne(plain);
        return guessed ? Optional.of(Words.of("密码太常见，容易被猜到", "The password is too common")) : Optional.empty();
    }

    private static boolean isName(String password, String username) {
        String name = CommonPasswords.disguiseOff(username);
        String chosen = CommonPasswords.disguiseOff(password);
        return name.length() >= SHORTEST_NAME
                && chosen.contains(name)
                && chosen.replace(name, "").length() < FEWEST_BESIDE_NAME;
    }

    private static Optional<Words> fault(String zh, String en, int number) {
        return Optional.of(Words.of(zh, en).with(number));
    }
}
