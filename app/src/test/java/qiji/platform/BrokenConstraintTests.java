package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** Every constraint used is told in the words of people, in both languages. */
class BrokenConstraintTests {
    record Body(
            @NotNull @Nullable String needed,
            @NotBlank String named,
            @Size(max = 3) String brief,
            @Size(min = 1, max = 2) List<String> few,
            @SoundText(max = 5) String sound,
            @SoundText String torn,
            @Min(1) int page,
            @Max(20) int limit,
            @DecimalMin("0.5") BigDecimal quantity,
            @Digits(integer = 3, fraction = 2) BigDecimal rate,
            @Pattern(regexp = "[a-z]+") String code) {}

    private static final Body WRONG = new Body(
            null,
            " ",
            "four",
            List.of(),
            "too long",
            "half \ud800",
            0,
            21,
            BigDecimal.ZERO,
            new BigDecimal("0.125"),
            "A");

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void speaksChinese() {
        assertThat(told(Locale.CHINA))
                .containsExactlyInAnyOrder(
                        "needed required 请填写",
                        "named required 请填写",
                        "brief too-long 不能超过 3 个字",
                        "few wrong-number 应为 1 到 2 项",
                        "sound too-long 不能超过 5 个字",
                        "torn invalid 含有无效字符",
                        "page too-small 不能小于 1",
                        "limit too-large 不能大于 20",
                        "quantity too-small 不能小于 0.5",
                        "rate too-precise 整数最多 3 位，小数最多 2 位",
                        "code invalid 格式不对");
    }

    @Test
    void speaksEnglish() {
        assertThat(told(Locale.ENGLISH))
                .contains(
                        "needed required Required",
                        "brief too-long At most 3 characters",
                        "limit too-large Must not be above 20")
                .noneMatch(fault -> fault.contains("null"));
    }

    /** A new kind of constraint needs a sentence of its own, or joins those that say "wrong form". */
    @Test
    void knowsEveryConstraintInUse() {
        assertThat(new ClassFileImporter()
                        .importPackages("qiji").stream()
                                .flatMap(BrokenConstraintTests::annotations)
                                .map(annotation -> annotation.getRawType())
                                .filter(type -> type.isMetaAnnotatedWith(jakarta.validation.Constraint.class)
                                        || type.isAnnotatedWith(jakarta.validation.Constraint.class))
                                .map(JavaClass::getSimpleName)
                                .collect(Collectors.toSet()))
                .isSubsetOf(Set.of(
                        "NotNull",
                        "NotBlank",
                        "Size",
                        "SoundText",
                        "Min",
                        "Max",
                        "DecimalMin",
                        "DecimalMax",
                        "Digits",
                        "Pattern"));
    }

    private static Stream<? extends JavaAnnotation<?>> annotations(JavaClass type) {
        return type.getFields().stream().flatMap(field -> field.getAnnotations().stream());
    }

    private static List<String> told(Locale language) {
        LocaleContextHolder.setLocale(language);
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(WRONG).stream()
                    .map(fault -> BrokenConstraint.fault(fault.getPropertyPath().toString(), fault))
                    .map(fault -> fault.field() + " " + fault.code() + " " + fault.message())
                    .toList();
        }
    }
}
