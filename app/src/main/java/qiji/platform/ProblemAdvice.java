package qiji.platform;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where an exception becomes an answer: RFC 9457, a stable code, no word of the inside. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Map<Integer, ProblemType> BY_STATUS = Map.of(
            400, CommonProblem.MALFORMED_REQUEST,
            401, CommonProblem.NOT_SIGNED_IN,
            403, CommonProblem.FORBIDDEN,
            404, CommonProblem.NOT_FOUND,
            405, CommonProblem.METHOD_NOT_ALLOWED,
            406, CommonProblem.NOT_ACCEPTABLE,
            413, CommonProblem.TOO_LARGE,
            415, CommonProblem.UNSUPPORTED_MEDIA_TYPE);

    /** What a status means of which nothing else is known. */
    static ProblemType typeOf(int status) {
        ProblemType unknown = status < 500 ? CommonProblem.MALFORMED_REQUEST : CommonProblem.INTERNAL_ERROR;
        return BY_STATUS.getOrDefault(status, unknown);
    }

    @ExceptionHandler(Problem.class)
    ResponseEntity<Object> refused(Problem problem) {
        return answer(problem.getBody(), HttpHeaders.EMPTY);
    }

    /** A constraint of the database that no rule caught before: a unique one names its field, others are told plainly. */
    @ExceptionHandler(DataIntegrityViolationException.class)
    ResponseEntity<Object> violated(DataIntegrityViolationException violation) {
        return answer(DatabaseFault.of(violation).getBody(), HttpHeaders.EMPTY);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    ResponseEntity<Object> violated(ConstraintViolationException violation) {
        List<FieldFault> faults = violation.getConstraintViolations().stream()
                .map(fault -> BrokenConstraint.fault(lastNode(fault), fault))
                .toList();
        return answer(Problem.invalid(faults).getBody(), HttpHeaders.EMPTY);
    }

    /** A file was expected, in the form in which browsers send files. */
    @ExceptionHandler(MultipartException.class)
    ResponseEntity<Object> noFile(MultipartException malformed) {
        if (FullDisk.isCauseOf(malformed)) {
            return fullDisk(malformed);
        }
        ProblemType type = malformed instanceof MaxUploadSizeExceededException
                ? CommonProblem.TOO_LARGE
                : CommonProblem.MALFORMED_REQUEST;
        return answer(new Problem(type).getBody(), HttpHeaders.EMPTY);
    }

    /** Parameters that are no text, such as half a character. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<Object> unreadable(InvalidParameterException malformed) {
        return answer(new Problem(CommonProblem.MALFORMED_REQUEST).getBody(), HttpHeaders.EMPTY);
    }

    /** A bug: told without any detail, and logged with a number by which it can be found. */
    @ExceptionHandler(Throwable.class)
    ResponseEntity<Object> failed(Throwable failure, HttpServletResponse response) throws Throwable {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (response.isCommitted()) {
            // A file half sent must break off, not end with a problem among its lines.
            throw failure;
        }
        if (FullDisk.isCauseOf(failure)) {
            return fullDisk(failure);
        }
        if (DatabaseFault.isAway(failure)) {
            LOG.warn("The database is away: {}", failure.toString());
            HttpHeaders soon = new HttpHeaders();
            soon.set(HttpHeaders.RETRY_AFTER, "2");
            return answer(new Problem(CommonProblem.DATABASE_AWAY).getBody(), soon);
        }
        String trace = UUID.randomUUID().toString();
        LOG.error("Request failed, trace {}", trace, failure);
        return answer(
                new Problem(CommonProblem.INTERNAL_ERROR).with("trace", trace).getBody(), HttpHeaders.EMPTY);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldFault> faults = invalid.getBindingResult().getAllErrors().stream()
                .map(ProblemAdvice::fault)
                .toList();
        return answer(Problem.invalid(faults).getBody(), headers);
    }

    /** What cannot be read at all is told in our words: those of the framework name classes. */
    private static FieldFault fault(ObjectError error) {
        if (error instanceof FieldError field && field.isBindingFailure()) {
            return FieldFault.of(field.getField(), "wrong-type", Words.of("格式不对", "It has the wrong form"));
        }
        return BrokenConstraint.fault(
                error instanceof FieldError field ? field.getField() : error.getObjectName(),
                error.unwrap(ConstraintViolation.class));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldFault> faults = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream().map(error -> fault(result, error)))
                .toList();
        return answer(Problem.invalid(faults).getBody(), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(UnreadableBody.problem(unreadable).getBody(), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            return answer(
                    Problem.invalid(List.of(FieldFault.of(
                                    mismatch.getName(), "wrong-type", Words.of("格式不对", "It has the wrong form"))))
                            .getBody(),
                    headers);
        }
        ProblemType type = BY_STATUS.get(status.value());
        if (type != null) {
            return answer(new Problem(type).getBody(), headers);
        }
        if (status.is5xxServerError()) {
            LOG.error("Request failed", exception);
            return answer(new Problem(CommonProblem.INTERNAL_ERROR).getBody(), headers);
        }
        ProblemDetail detail =
                exception instanceof ErrorResponse response ? response.getBody() : ProblemDetail.forStatus(status);
        return answer(detail, headers);
    }

    private static ResponseEntity<Object> fullDisk(Throwable failure) {
        LOG.error("The disk is full: {}", failure.toString());
        return answer(new Problem(CommonProblem.STORAGE_FULL).getBody(), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Object> answer(ProblemDetail body, HttpHeaders headers) {
        return ResponseEntity.status(body.getStatus())
                .headers(headers)
                .contentType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static String name(org.springframework.core.MethodParameter parameter) {
        String name = parameter.getParameterName();
        return name == null ? "" : name;
    }

    private static FieldFault fault(ParameterValidationResult result, MessageSourceResolvable error) {
        return error instanceof ObjectError inBody
                ? fault(inBody)
                : BrokenConstraint.fault(
                        name(result.getMethodParameter()), result.unwrap(error, ConstraintViolation.class));
    }

    private static String lastNode(ConstraintViolation<?> fault) {
        String path = fault.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
