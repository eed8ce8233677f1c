package qiji.organization.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** Who stands in for whom while they are away. [D9] */
@ModuleTest
class AbsencesTests {
    private static final String URI = "/api/me/absences";
    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    Absences absences;

    private long li;
    private long mei;
    private Api api;

    @BeforeEach
    void two() {
        li = sample.user("Li");
        mei = sample.user("Mei");
        api = Api.of(http, SampleData.viewer(li));
    }

    @Test
    void countsFromTheFirstDayToTheLast() {
        leave(TODAY, TODAY, mei);
        assertThat(absences.standIns(List.of(li, mei))).containsOnlyKeys(li).containsValue(mei);
        leave(TODAY.plusDays(1), TODAY.plusDays(2), mei);
        assertThat(api.read(URI).findValuesAsString("from"))
                .containsExactly(TODAY.toString(), TODAY.plusDays(1).toString());
    }

    @Test
    void isOverOnceItIsTakenBack() {
        long id = api.create(URI, body(TODAY, TODAY.plusDays(3), mei));
        assertThat(Api.of(http, SampleData.viewer(mei)).delete(URI + "/" + id))
                .as("only by oneself")
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.delete(URI + "/" + id)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(absences.standIns(List.of(li))).isEmpty();
    }

    @Test
    void isNotYetWhatComesTomorrow() {
        leave(TODAY.plusDays(1), TODAY.plusDays(2), mei);
        assertThat(absences.standIns(List.of(li))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, -1, to",
        "-3, -1, to",
        "0, 9000000, to",
        "-9000000, 1, from",
    })
    void refusesDaysThatCannotBe(int from, int to, String field) {
        assertThat(faults(body(TODAY.plusDays(from), TODAY.plusDays(to), mei))).containsExactly(field);
    }

    @Test
    void refusesOverlapsAndStandInsThatAreNone() {
        leave(TODAY, TODAY.plusDays(5), mei);
        assertThat(faults(body(TODAY.plusDays(5), TODAY.plusDays(9), mei))).containsExactly("from");
        assertThat(faults(body(TODAY.plusDays(6), TODAY.plusDays(9), li))).containsExactly("delegateId");
        assertThat(faults(body(TODAY.plusDays(6), TODAY.plusDays(9), Long.MAX_VALUE)))
                .containsExactly("delegateId");
        assertThat(faults("{}")).containsExactly("from", "to", "delegateId");
    }

    private void leave(LocalDate from, LocalDate to, long delegate) {
        api.create(URI, body(from, to, delegate));
    }

    private List<String> faults(String body) {
        MvcTestResult refused = api.post(URI, body);
        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        return Api.body(refused).path("fields").findValuesAsString("field");
    }

    private static String body(LocalDate from, LocalDate to, long delegate) {
        return "{\"from\": \"%s\", \"to\": \"%s\", \"delegateId\": \"%d\"}".formatted(from, to, delegate);
    }
}
