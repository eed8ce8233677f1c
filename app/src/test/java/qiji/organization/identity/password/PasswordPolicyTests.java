package qiji.organization.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A6: which passwords may be chosen. */
class PasswordPolicyTests {
    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "商机管理系统的好密码", "tr0ub4dor&3", "          a b c d e", "li.lei works here"})
    void allowsWhatIsLongAndNotCommon(String password) {
        assertThat(PasswordPolicy.fault(password, "li.lei")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "密码太短",
                "1234567890",
                "Password123",
                "aaaaaaaaaaaa",
                "QWERTYUIOP",
                "li.lei.li.lei",
                "abcabcabcabc",
                "Passw0rd2026",
                "P@$$w0rd!2026",
                "iloveyou12",
                "123iloveyou",
                "FootballFootball",
                "Woaini1314520",
                "dragon2026!"
            })
    void refusesWhatIsEasilyGuessed(String password) {
        assertThat(PasswordPolicy.fault(password, "li.lei.li.lei")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sceptic1sceptic1", "Sceptic1-2026", "my.sceptic1", "scept1c1scept1c1", "sceptic1sceptic1!"})
    void refusesTheUserNameRepeatedOrWithAShortAddition(String password) {
        assertThat(PasswordPolicy.fault(password, "sceptic1")).isPresent();
        assertThat(PasswordPolicy.fault(password, "li.lei")).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongToHash() {
        assertThat(PasswordPolicy.fault("abcde".repeat(41), "li.lei")).isPresent();
    }
}
