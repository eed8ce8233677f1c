package qiji.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/**
 * Does a command that carries an {@code Idempotency-Key} once. The claim of the key, what the command does and its answer
 * are one transaction: a crash leaves all or nothing, and who sends it again meanwhile waits for the first. A refusal is
 * not kept: nothing was done, and asking again may succeed. [X5]
 */
@Component
public class Idempotency extends OncePerRequestFilter {
    public static final String KEY = "Idempotency-Key";
    public static final int LONGEST_KEY = 200;

    private static final Set<String> COMMANDS = Set.of("POST", "PUT", "PATCH", "DELETE");
    /** Sent by nobody yet, or answered with a secret, which is told once and kept nowhere. */
    private static final Pattern NOT_TAKEN =
            Pattern.compile("/api/(session|setup|password-reset|me/.*|users/[^/]+/password-link)");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AnsweredCommands answered;
    private final PlatformTransactionManager transactions;
    private final HandlerExceptionResolver exceptions;
    private final LocaleResolver locales;

    Idempotency(
            AnsweredCommands answered,
            PlatformTransactionManager transactions,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver exceptions,
            LocaleResolver locales) {
        this.answered = answered;
        this.transactions = transactions;
        this.exceptions = exceptions;
        this.locales = locales;
    }

    /** Whether {@code method} on {@code path} takes a key, unless its body is a file. */
    public static boolean isTakenBy(String method, String path) {
        return COMMANDS.contains(method) && !NOT_TAKEN.matcher(path).matches();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null
                || !COMMANDS.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
        try {
            once(key(request), KeptRequest.of(request), response, chain);
        } catch (RuntimeException refused) {
            if (exceptions.resolveException(request, response, null, refused) == null) {
                throw refused;
            }
        }
    }

    private void once(String key, KeptRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long user = viewer().userId();
        ContentCachingResponseWrapper given = new ContentCachingResponseWrapper(response);
        TransactionStatus work = transactions.getTransaction(TransactionDefinition.withDefaults());
        Optional<AnsweredCommands.Answer> before;
        try {
            before = answered.claim(user, key, request.fingerprint(), PATIENCE);
            if (before.isEmpty()) {
                chain.doFilter(request, given);
                if (given.getStatus() < HttpStatus.BAD_REQUEST.value()) {
                    answered.keep(user, key, answer(given));
                    transactions.commit(work);
                }
            }
        } finally {
            if (!work.isCompleted()) {
                transactions.rollback(work);
            }
        }
        if (before.isPresent()) {
            repeat(before.get(), response);
        } else {
            given.copyBodyToResponse();
        }
    }

    /** Throws IDEMPOTENCY_KEY_NOT_TAKEN, INVALID_FIELDS. */
    private static String key(HttpServletRequest request) {
        String type = request.getContentType();
        boolean isFile = type != null && type.startsWith("multipart/");
        if (isFile || !isTakenBy(request.getMethod(), request.getRequestURI())) {
            throw new Problem(CommandProblem.IDEMPOTENCY_KEY_NOT_TAKEN);
        }
        String key = request.getHeader(KEY).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(it -> it > ' ' && it < 127)) {
            throw Problem.invalid(List.of(FieldFault.of(
                    KEY,
                    "invalid",
                    Words.of("应为 1 至 %s 个可见的 ASCII 字符", "It has 1 to %s visible ASCII characters")
                            .with(LONGEST_KEY))));
        }
        return key;
    }

    /** Whoever it is: those who are nobody were refused before, wherever a key is taken. */
    private static Viewer viewer() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Viewer viewer) {
            return viewer;
        }
        throw new Problem(CommandProblem.IDEMPOTENCY_KEY_NOT_TAKEN);
    }

    private static AnsweredCommands.Answer answer(ContentCachingResponseWrapper given) {
        return new AnsweredCommands.Answer(
                given.getStatus(), new String(given.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static void repeat(AnsweredCommands.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        if (!answer.body().isEmpty()) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
        }
    }
}
