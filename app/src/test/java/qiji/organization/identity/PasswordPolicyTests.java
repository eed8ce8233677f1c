package qiji.organization.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A6: which passwords may be chosen, and how long a lock-out lasts. */
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
                "abcabcabcabc"
            })
    void refusesWhatIsEasilyGuessed(String password) {
        assertThat(PasswordPolicy.fault(password, "li.lei.li.lei")).isPresent();
    }

    @Test
    void refusesWhatIsTooLongToHash() {
        assertThat(PasswordPolicy.fault("abcde".repeat(41), "li.lei")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "4,0", "5,15", "6,30", "7,60", "11,960", "12,1440", "1000000,1440"})
    void locksLongerEachTime(int failures, int minutes) {
        assertThat(Lockout.after(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }
}
