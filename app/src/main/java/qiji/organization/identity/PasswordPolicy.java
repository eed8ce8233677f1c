package qiji.organization.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import qiji.platform.Words;

/** Which passwords may be chosen. Length is what counts; no rule asks for signs of some kind. [A6] */
final class PasswordPolicy {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 5;
    private static final String ROWS =
            "01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 98765432109876543210 1qaz2wsx3edc4rfv5tgb6yhn";
    /** Of the lists of passwords found in breaches, those of ten characters and more, without case. */
    private static final Set<String> COMMON = Set.of(
            "password12",
            "password123",
            "password1234",
            "passw0rd123",
            "p@ssw0rd123",
            "p@ssword123",
            "1234567890qwe",
            "qwerty123456",
            "qwertyuiop123",
            "qwerty12345",
            "123456789a",
            "123456789abc",
            "a123456789",
            "abc1234567",
            "abcd123456",
            "abc123456789",
            "1q2w3e4r5t",
            "1q2w3e4r5t6y",
            "q1w2e3r4t5",
            "q1w2e3r4t5y6",
            "zaq12wsxcde",
            "1qaz2wsx3edc",
            "1qazxsw23edc",
            "woaini1314",
            "woaini520",
            "woaini1314520",
            "woaini5201314",
            "5201314520",
            "admin123456",
            "admin12345",
            "administrator",
            "administrator1",
            "root123456",
            "welcome123",
            "welcome1234",
            "welcome2024",
            "welcome2025",
            "welcome2026",
            "changeme123",
            "letmein1234",
            "iloveyou123",
            "iloveyou1314",
            "aa123456789",
            "qq123456789",
            "asd123456789",
            "zxc123456789",
            "wang123456",
            "zhang123456",
            "qwe123456789",
            "1234qwerasdf",
            "asdfghjkl123",
            "zxcvbnm123",
            "zxcvbnm12345",
            "superman123",
            "football123",
            "baseball123",
            "huawei@123",
            "huawei12345",
            "company123",
            "company2026",
            "qiji123456",
            "qijiqijiqiji",
            "test123456");

    private PasswordPolicy() {}

    /** What is wrong with the password, if anything. */
    static Optional<Words> fault(String password, String username) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return fault("密码至少 %s 个字符", "A password has at least %s characters", SHORTEST);
        }
        if (password.length() > LONGEST) {
            return fault("密码至多 %s 个字符", "A password has at most %s characters", LONGEST);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (plain.contains(username) && username.length() * 2 > plain.length()) {
            return Optional.of(Words.of("密码不能是用户名", "The password must not be the user name"));
        }
        boolean guessed = COMMON.contains(plain)
                || ROWS.contains(plain)
                || plain.codePoints().distinct().count() < FEWEST_DIFFERENT;
        return guessed ? Optional.of(Words.of("密码太常见，容易被猜到", "The password is too common")) : Optional.empty();
    }

    private static Optional<Words> fault(String zh, String en, int number) {
        return Optional.of(Words.of(zh, en).with(number));
    }
}
