package qiji.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// X3
class CellValuesTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1234.5 ~ 1234.50",
                "1,234.50 ~ 1234.50",
                "￥１，２３４．５０ ~ 1234.50",
                "¥ 1,234 ~ 1234.00",
                "-¥5 ~ -5.00",
                "¥-5 ~ -5.00",
                "(300.10) ~ -300.10",
                "（300） ~ -300.00",
                "12.5万 ~ 125000.00",
                "12.34567万元 ~ 123456.70",
                "1.2亿 ~ 120000000.00",
                "RMB 100 ~ 100.00",
                "100元 ~ 100.00",
                "人民币100万元 ~ 1000000.00",
                "1.5E3 ~ 1500.00",
                "0.125 ~ 0.13",
                ".5 ~ 0.50"
            })
    void readsMoney(String text, BigDecimal yuan) {
        assertThat(CellValues.money(text)).isEqualTo(new Parsed.Value<>(yuan));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "'  ' ~ BLANK",
                "abc ~ NOT_A_NUMBER",
                "1,5 ~ NOT_A_NUMBER",
                "12,34 ~ NOT_A_NUMBER",
                "1.234,50 ~ NOT_A_NUMBER",
                "--5 ~ NOT_A_NUMBER",
                "(-5) ~ NOT_A_NUMBER",
                "万 ~ NOT_A_NUMBER",
                ", ~ NOT_A_NUMBER",
                "$100 ~ NOT_A_NUMBER",
                "NaN ~ NOT_A_NUMBER",
                "1E99 ~ TOO_BIG",
                "1E999999999 ~ NOT_A_NUMBER",
                "1亿亿 ~ NOT_A_NUMBER",
                "99999999999999999 ~ TOO_BIG"
            })
    void refusesWhatIsNoMoney(String text, CellFault fault) {
        assertThat(CellValues.money(text)).isEqualTo(new Parsed.Fault<>(fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"25% ~ 25", "２５％ ~ 25", "25 ~ 25", "0.25 ~ 0.25", "12.5 % ~ 12.5"})
    void readsPercents(String text, BigDecimal percent) {
        assertThat(CellValues.percent(text)).isEqualTo(new Parsed.Value<>(percent));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"1,234 ~ 1234", "1234.0 ~ 1234", "-7 ~ -7", "１２ ~ 12", "1.2E3 ~ 1200"})
    void readsWholeNumbers(String text, long number) {
        assertThat(CellValues.integer(text)).isEqualTo(new Parsed.Value<>(number));
    }

    @ParameterizedTest
    @CsvSource({"1.5, NOT_WHOLE", "x, NOT_A_NUMBER", "99999999999999999999, TOO_BIG"})
    void refusesWhatIsNotWhole(String text, CellFault fault) {
        assertThat(CellValues.integer(text)).isEqualTo(new Parsed.Fault<>(fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"是", "Yes", "TRUE", "1", "y"})
    void readsYes(String text) {
        assertThat(CellValues.truth(text)).isEqualTo(new Parsed.Value<>(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"否", "no", "False", "0", "N"})
    void readsNo(String text) {
        assertThat(CellValues.truth(text)).isEqualTo(new Parsed.Value<>(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "2", "是否"})
    void refusesWhatIsNeitherYesNorNo(String text) {
        assertThat(CellValues.truth(text)).isEqualTo(new Parsed.Fault<>(CellFault.NOT_YES_OR_NO));
    }
}
