package qiji.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.ObjectUtils;
import qiji.access.Viewer;

/** Sends a request as a viewer, without the way by which they signed in: {@code mvc.get().uri(…).with(As.viewer(me))}. */
public final class As {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private As() {}

    public static RequestPostProcessor viewer(Viewer viewer) {
        var who = UsernamePasswordAuthenticationToken.authenticated(viewer, "", List.of());
        return request -> page().postProcessRequest(authentication(who).postProcessRequest(request));
    }

    /**
     * With the CSRF token that a page sends, in cookie and header, from an address of its own: all tests share one
     * application, and an address may try only so often what is open to anybody. The post processor made for this would replace the
     * repository of tokens, for all tests that follow.
     */
    public static RequestPostProcessor page() {
        return request -> {
            int address = ADDRESSES.incrementAndGet();
            request.setRemoteAddr("10.%d.%d.%d".formatted(address >> 16, address >> 8 & 255, address & 255));
            request.addHeader("X-XSRF-TOKEN", "of-the-page");
            Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
            request.setCookies(ObjectUtils.addObjectToArray(cookies, new Cookie("XSRF-TOKEN", "of-the-page")));
            return request;
        };
    }
}
