package qiji.platform;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** A kind of refusal that a client can meet. Each module has one enum of them: its catalogue. */
public interface ProblemType {
    /** The enum constant, e.g. {@code STAGE_GATES_UNMET}. */
    String name();

    HttpStatus status();

    Words title();

    /** The stable code, e.g. {@code stage-gates-unmet}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
