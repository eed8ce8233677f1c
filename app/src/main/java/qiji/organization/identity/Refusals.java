package qiji.organization.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import qiji.organization.OrganizationProblem;
import qiji.platform.CommonProblem;
import qiji.platform.Problem;
import qiji.platform.ProblemType;

/** Answers what a filter refuses in the same form, and the same language, as what a controller refuses. */
@Component
class Refusals {
    private final HandlerExceptionResolver exceptions;
    private final LocaleResolver locales;

    Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver exceptions, LocaleResolver locales) {
        this.exceptions = exceptions;
        this.locales = locales;
    }

    void notSignedIn(HttpServletRequest request, HttpServletResponse response, Exception why) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        answer(CommonProblem.NOT_SIGNED_IN, request, response);
    }

    void denied(HttpServletRequest request, HttpServletResponse response, Exception why) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (why instanceof CsrfException) {
            answer(OrganizationProblem.CSRF_TOKEN_MISSING, request, response);
        } else if (who instanceof SignedIn signedIn && signedIn.mustChangePassword()) {
            answer(OrganizationProblem.PASSWORD_CHANGE_REQUIRED, request, response);
        } else if (who instanceof SignedIn signedIn && signedIn.isLimited()) {
            answer(
                    signedIn.onlyReads() ? OrganizationProblem.TOKEN_ONLY_READS : OrganizationProblem.NOT_BY_TOKEN,
                    request,
                    response);
        } else {
            answer(CommonProblem.FORBIDDEN, request, response);
        }
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response, long retryAfterSeconds) {
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds));
        exceptions.resolveException(
                request,
                response,
                null,
                new Problem(CommonProblem.TOO_MANY_REQUESTS).with("retryAfterSeconds", retryAfterSeconds));
    }

    private void answer(ProblemType type, HttpServletRequest request, HttpServletResponse response) {
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
        exceptions.resolveException(request, response, null, new Problem(type));
    }
}
