package qiji.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// X3
class CellDatesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-10-20",
                "2016/10/20",
                "2016.10.20",
                "20161020",
                "2016年10月20日",
                "２０１６年１０月２０日",
                " 2016-10-20T13:45:00 ",
                "2016/10/20 9:05",
                "2016-10-20 09:05:01.123",
                "42663",
                "42663.5"
            })
    void readsDaysAsTheyAreWritten(String text) {
        assertThat(CellDates.day(text, DateOrder.UNKNOWN)).isEqualTo(new Parsed.Value<>(LocalDate.of(2016, 10, 20)));
    }

    @Test
    void readsTheYearLastOnlyInAKnownOrder() {
        var thirdOfApril = new Parsed.Value<>(LocalDate.of(2016, 4, 3));

        assertThat(CellDates.day("4/3/2016", DateOrder.MONTH_FIRST)).isEqualTo(thirdOfApril);
        assertThat(CellDates.day("3.4.2016", DateOrder.DAY_FIRST)).isEqualTo(thirdOfApril);
        assertThat(CellDates.day("10/20/2016", DateOrder.UNKNOWN))
                .isEqualTo(new Parsed.Fault<>(CellFault.AMBIGUOUS_DATE));
    }

    @ParameterizedTest
    @CsvSource({
        "2016-10-20T13:45:30, 2016-10-20T13:45:30",
        "2016年10月20日 13时45分, 2016-10-20T13:45",
        "42663.75, 2016-10-20T18:00",
        "2016-10-20, 2016-10-20T00:00"
    })
    void readsMoments(String text, LocalDateTime moment) {
        assertThat(CellDates.moment(text, DateOrder.UNKNOWN)).isEqualTo(new Parsed.Value<>(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2016-02-30", "2016-13-01", "20161320", "16-10-20", "soon", "2016", "2016-10-20 25:00", "7"})
    void refusesWhatIsNoDay(String text) {
        assertThat(CellDates.day(text, DateOrder.UNKNOWN)).isEqualTo(new Parsed.Fault<>(CellFault.NOT_A_DATE));
    }

    @Test
    void refusesADayThatItsOrderCannotHave() {
        assertThat(CellDates.day("20/10/2016", DateOrder.MONTH_FIRST))
                .isEqualTo(new Parsed.Fault<>(CellFault.NOT_A_DATE));
    }
}
