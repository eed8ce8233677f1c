package qiji.platform;

import java.util.Locale;
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

    /** Fills the {@code %s} of both texts. */
    public Words with(Object... values) {
        return new Words(zh.formatted(values), en.formatted(values));
    }
}
