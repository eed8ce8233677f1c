package qiji.platform;

import static java.util.Objects.requireNonNull;

import jakarta.validation.ConstraintViolation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A constraint on the shape of a request, told in our words: those of the library are for programmers. */
final class BrokenConstraint {
    private static final Words WRONG_FORM = Words.of("格式不对", "It has the wrong form");

    private BrokenConstraint() {}

    /** The members of a constraint; each named here is one of its own. */
    private record Limits(Map<String, Object> members) {
        Object get(String name) {
            return requireNonNull(members.get(name));
        }

        int number(String name) {
            return (int) get(name);
        }
    }

    static FieldFault fault(String field, ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        Limits limits = new Limits(constraint.getAttributes());
        Object value = violation.getInvalidValue();
        return switch (constraint.getAnnotation().annotationType().getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> FieldFault.required(field);
            case "Size" -> size(field, limits.number("min"), limits.number("max"), value);
            case "SoundText" ->
                value instanceof String text && text.length() > limits.number("max")
                        ? tooLong(field, limits.number("max"))
                        : FieldFault.of(field, "invalid", Words.of("含有无效字符", "It holds characters that are not text"));
            case "Min", "DecimalMin" ->
                FieldFault.of(
                        field,
                        "too-small",
                        Words.of("不能小于 %s", "Must not be below %s").with(limits.get("value")));
            case "Max", "DecimalMax" ->
                FieldFault.of(
                        field,
                        "too-large",
                        Words.of("不能大于 %s", "Must not be above %s").with(limits.get("value")));
            case "Digits" ->
                FieldFault.of(
                        field,
                        "too-precise",
                        Words.of("整数最多 %s 位，小数最多 %s 位", "At most %s digits before and %s after the decimal point")
                                .with(limits.get("integer"), limits.get("fraction")));
            default -> FieldFault.of(field, "invalid", WRONG_FORM);
        };
    }

    private static FieldFault size(String field, int least, int most, @Nullable Object value) {
        if (!(value instanceof CharSequence text)) {
            return FieldFault.of(
                    field,
                    "wrong-number",
                    most == Integer.MAX_VALUE
                            ? Words.of("至少 %s 项", "At least %s items").with(least)
                            : Words.of("应为 %s 到 %s 项", "Must be %s to %s items").with(least, most));
        }
        if (text.isEmpty()) {
            return FieldFault.required(field);
        }
        return text.length() > most
                ? tooLong(field, most)
                : FieldFault.of(
                        field,
                        "too-short",
                        Words.of("至少 %s 个字", "At least %s characters").with(least));
    }

    private static FieldFault tooLong(String field, int most) {
        return FieldFault.of(
                field,
                "too-long",
                Words.of("不能超过 %s 个字", "At most %s characters").with(most));
    }
}
