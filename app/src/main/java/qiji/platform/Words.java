package qiji.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.i18n.LocaleContextHolder;

/** A text for people in both languages of the product. What is written once in both can never lack one. */
public record Words(String zh, String en) {
    public static Words of(String zh, String en) {
        return new Words(zh, en);
    }

    /** In {@code locale}: English if it asks for English, else Chinese. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }

    /** In the language of the request being answered; Chinese outside of one that asked for English. */
    public String here() {
        return in(LocaleContextHolder.getLocale());
    }

    /** Fills the {@code %s} of both texts, with words each in its own language. */
    public Words with(Object... values) {
        return new Words(filled(zh, Words::zh, values), filled(en, Words::en, values));
    }

    private static String filled(String text, Function<Words, String> said, Object... values) {
        return text.formatted(Arrays.stream(values)
                .map(value -> value instanceof Words words ? said.apply(words) : value)
                .toArray());
    }
}
