package qiji.platform;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Text that the database can keep: no NUL, no half of a character, not longer than {@code max} characters. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SoundText.Check.class)
public @interface SoundText {
    int max() default 2000;

    String message() default "invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<SoundText, String> {
        private int max;

        @Override
        public void initialize(SoundText limits) {
            max = limits.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.length() <= max && isSound(text);
        }

        /** Neither NUL nor half of a character in it. */
        public static boolean isSound(String text) {
            return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
        }
    }
}
