package qiji.organization.identity;

import static db.audit.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.testing.As;
import qiji.testing.ModuleTest;

/** A6: whoever finds a page open does not find out the password by changing it. */
@ModuleTest
class PasswordChangeTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext jooq;

    People people;

    @Autowired
    void meet(AutowireCapableBeanFactory beans) {
        people = beans.createBean(People.class);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "4,0", "5,15", "6,30", "7,60", "11,960", "12,1440", "1000000,1440"})
    void locksLongerEachTime(int failures, int minutes) {
        assertThat(Lockout.after(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void locksTheAccountWhoseOldPasswordIsGuessedAtByAnOpenPage() {
        var lei = people.named("Li Lei");
        Cookie cookie = people.signIn(lei);
        for (int time = 1; time <= 5; time++) {
            assertThat(changePassword(cookie, "wrong password", "another good one"))
                    .hasStatus(HttpStatus.BAD_REQUEST);
        }
        assertThat(changePassword(cookie, People.PASSWORD, "another good one"))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .bodyJson()
                .extractingPath("$.retryAfterSeconds")
                .asNumber()
                .satisfies(seconds -> assertThat(seconds.longValue()).isBetween(800L, 901L));
        assertThat(jooq.fetchCount(
                        ENTRY, ENTRY.ACTION.eq("password-change-failed").and(ENTRY.USER_ID.eq(lei.id()))))
                .isEqualTo(5);
    }

    @Test
    void forgivesWrongOldPasswordsWhenTheRightOneIsGiven() {
        Cookie cookie = people.signIn(people.named("Li Lei"));
        for (int time = 1; time <= 8; time++) {
            boolean right = time % 4 == 0;
            assertThat(changePassword(cookie, right ? People.PASSWORD : "wrong password", "short"))
                    .hasStatus(HttpStatus.BAD_REQUEST);
        }
        assertThat(changePassword(cookie, People.PASSWORD, "another good one")).hasStatus(HttpStatus.NO_CONTENT);
    }

    private MvcTestResult changePassword(Cookie cookie, String current, String chosen) {
        return mvc.put()
                .uri("/api/me/password")
                .cookie(cookie)
                .with(As.page())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(current, chosen))
                .exchange();
    }
}
