package qiji.platform;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A function that keeps what it answered last and answers it again for the very same argument: for what is asked a thousand
 * times about one thing and now and then about another. The answer must depend on nothing but the argument and the language.
 */
public final class LastAnswer<T, R> implements Function<T, R> {
    private final Function<T, R> function;
    private volatile @Nullable Kept<T, R> last;

    private record Kept<T, R>(T argument, Locale language, R answer) {}

    private LastAnswer(Function<T, R> function) {
        this.function = function;
    }

    public static <T, R> Function<T, R> of(Function<T, R> function) {
        return new LastAnswer<>(function);
    }

    @Override
    public R apply(T argument) {
        Kept<T, R> kept = last;
        Locale language = LocaleContextHolder.getLocale();
        if (kept == null || kept.argument != argument || !kept.language.equals(language)) {
            kept = new Kept<>(argument, language, function.apply(argument));
            last = kept;
        }
        return kept.answer;
    }
}
