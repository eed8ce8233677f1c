package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import qiji.testing.SampleData;
import qiji.testing.TestDatabase;

/** Addresses as people pass them on, which browsers send with the brackets of a filter as they stand. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "qiji.data=target/test-data-${test.fork:1}-stream",
            "spring.datasource.hikari.minimum-idle=0",
            "spring.datasource.hikari.idle-timeout=10000"
        })
@Import({TestDatabase.class, SampleData.class})
class RawAddressTests {
    @LocalServerPort
    int port;

    @Test
    void bracketsOfAFilterReachThePage() throws IOException {
        assertThat(statusOf("/opportunities?filter=[]")).doesNotContain("400");
        assertThat(statusOf("/opportunities?filter={%22and%22:[]}")).doesNotContain("400");
    }

    /** By hand: a client of Java refuses such an address itself. */
    private String statusOf(String address) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
                            .formatted(address)
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }
}
