package qiji.platform;

import java.net.URI;
import java.util.List;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that cannot be met, told to the client as RFC 9457 problem details. Rolls the transaction back. */
public class Problem extends ErrorResponseException {
    private final transient ProblemType problemType;

    public Problem(ProblemType type, Words detail) {
        super(type.status(), body(type, detail), null);
        this.problemType = type;
    }

    public Problem(ProblemType type) {
        this(type, type.title());
    }

    /** All faults of the fields of one request at once. */
    public static Problem invalid(List<FieldFault> faults) {
        return new Problem(CommonProblem.INVALID_FIELDS).with("fields", faults);
    }

    /** Not there, or not visible to who asks: the same answer. */
    public static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND);
    }

    /** Someone else changed it since it was read; {@code current} is its version now. */
    public static Problem stale(int current) {
        return new Problem(CommonProblem.STALE_VERSION).with("current", current);
    }

    /** The viewer lacks the permission {@code needed}. */
    public static Problem forbidden(String needed) {
        return new Problem(CommonProblem.FORBIDDEN).with("permission", needed);
    }

    /** Adds a machine-readable member to the problem. */
    public Problem with(String member, Object value) {
        getBody().setProperty(member, value);
        return this;
    }

    /** What it says of single fields; empty if it names none. */
    @SuppressWarnings("unchecked")
    public List<FieldFault> faults() {
        var members = getBody().getProperties();
        return members != null && members.get("fields") instanceof List<?> fields
                ? (List<FieldFault>) fields
                : List.of();
    }

    public ProblemType problemType() {
        return problemType;
    }

    private static ProblemDetail body(ProblemType type, Words detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(type.status(), detail.here());
        body.setType(URI.create("/problems/" + type.code()));
        body.setTitle(type.title().here());
        return body;
    }
}
