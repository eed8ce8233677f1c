package qiji.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B7: what is shown of a number or an address to those who may not see it. */
class MasksTests {
    @ParameterizedTest
    @ValueSource(strings = {"13800131234", "138-0013-1234", "+86 138 0013 1234", "008613800131234", "１３８００１３１２３４"})
    void readsANumberHoweverItIsWritten(String written) {
        assertThat(new PhoneNumber(written).digits()).isEqualTo("13800131234");
        assertThat(new PhoneNumber(written).end()).contains("1234");
        assertThat(new PhoneNumber(written).masked()).isEqualTo("138****1234");
    }

    @ParameterizedTest
    @CsvSource({"010-88886666,010****6666", "88886666,****6666", "10086,****86", "1234,****", "unknown,****"})
    void showsLessOfShorterNumbers(String written, String masked) {
        assertThat(new PhoneNumber(written).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"zhang@x.cn,z***@x.cn", "张三@x.cn,张***@x.cn", "no-address,***", "@x.cn,***"})
    void showsTheFirstCharacterAndTheDomainOfAnAddress(String written, String masked) {
        assertThat(new EmailAddress(written).masked()).isEqualTo(masked);
    }

    @Test
    void comparesAddressesWithoutCase() {
        assertThat(new EmailAddress(" Zhang@X.cn ").folded()).isEqualTo("zhang@x.cn");
    }
}
