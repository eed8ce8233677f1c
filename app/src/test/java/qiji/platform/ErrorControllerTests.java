package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.testing.ModuleTest;

@ModuleTest
class ErrorControllerTests {
    @Autowired
    MockMvcTester mvc;

    @Test
    void theAddressOfErrorsItselfIsNothing() {
        assertThat(mvc.get().uri("/error")).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({"400,malformed-request", "403,forbidden", "500,internal-error", "502,internal-error"})
    void whatWasRefusedBeforeAnyControllerIsAProblem(int status, String code) {
        assertThat(mvc.get().uri("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status))
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/" + code);
    }
}
