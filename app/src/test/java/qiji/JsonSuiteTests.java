package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import qiji.testing.Api;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import qiji.testing.RealData;
import qiji.testing.SampleData;

/** Bodies that are JSON are read as such, bodies that are none are refused as such. X5 */
@ModuleTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class JsonSuiteTests {
    @Autowired
    MockMvcTester http;

    private final List<String> faults = new ArrayList<>();

    @Test
    void readsWhatIsJsonAndRefusesWhatIsNone() throws IOException {
        try (Stream<Path> files = Files.list(RealData.file("import/json-test-suite"))) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(all).hasSizeGreaterThan(300);
            for (Path file : all) {
                judge(file.getFileName().toString(), send(Files.readAllBytes(file)));
            }
        }
        assertThat(faults).isEmpty();
    }

    private MvcTestResult send(byte[] body) {
        return http.post()
                .uri("/api/opportunities")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(As.viewer(SampleData.viewer(1, "opportunity:create")))
                .exchange();
    }

    /** None of them is an opportunity, so all are refused: the question is why. */
    private void judge(String file, MvcTestResult answer) {
        int status = answer.getResponse().getStatus();
        String code = Api.body(answer).path("type").asString("");
        boolean fits = switch (file.charAt(0)) {
            case 'y' -> status == 400 && code.equals("/problems/invalid-fields");
            case 'n' -> status == 400;
            default -> status >= 400 && status < 500;
        };
        if (!fits) {
            faults.add(file + " → " + status + " " + code);
        }
    }
}
