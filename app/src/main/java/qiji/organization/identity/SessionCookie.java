package qiji.organization.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie that carries a session's token. Scripts cannot read it, and it travels by https alone where there is https. */
@Component
class SessionCookie {
    static final String NAME = "QIJI_SESSION";

    private final boolean secure;

    SessionCookie(@Value("${qiji.url:}") String url) {
        this.secure = url.startsWith("https:");
    }

    boolean isSecure() {
        return secure;
    }

    static Optional<OpaqueToken> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .filter(value -> !value.isBlank())
                .map(OpaqueToken::new);
    }

    void give(OpaqueToken token, HttpServletResponse response) {
        write(token.value(), Sessions.LONGEST, response);
    }

    void take(HttpServletResponse response) {
        write("", Duration.ZERO, response);
    }

    private void write(String value, Duration age, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
