package qiji.platform;

import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.DatabindException;

/** Why a request body could not be read: the place, if the JSON is sound but a value does not fit. */
final class UnreadableBody {
    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof Problem problem) {
            return problem;
        }
        if (unreadable.getCause() instanceof DatabindException misfit
                && !misfit.getPath().isEmpty()) {
            return Problem.invalid(
                    List.of(FieldFault.of(path(misfit), "wrong-type", Words.of("格式不对", "It has the wrong form"))));
        }
        return new Problem(CommonProblem.MALFORMED_REQUEST);
    }

    private static String path(DatabindException misfit) {
        StringBuilder path = new StringBuilder();
        for (var step : misfit.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
