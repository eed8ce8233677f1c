package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class LastAnswerTests {
    private final List<String> asked = new ArrayList<>();
    private final Function<String, Integer> length = LastAnswer.of(text -> {
        asked.add(text);
        return text.length();
    });

    @Test
    void asksOnceForTheVerySameArgument() {
        assertThat(List.of(length.apply("one"), length.apply("one"))).containsExactly(3, 3);
        assertThat(asked).containsExactly("one");
    }

    @Test
    void asksAgainForAnother() {
        assertThat(List.of(length.apply("one"), length.apply("four"), length.apply("one")))
                .containsExactly(3, 4, 3);
        assertThat(asked).containsExactly("one", "four", "one");
    }

    @Test
    void asksAgainInAnotherLanguage() {
        Function<String, String> named =
                LastAnswer.of(zh -> Words.of(zh, "opportunity").here());
        LocaleContextHolder.setLocale(Locale.CHINESE);
        assertThat(named.apply("商机")).isEqualTo("商机");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        try {
            assertThat(named.apply("商机")).isEqualTo("opportunity");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
