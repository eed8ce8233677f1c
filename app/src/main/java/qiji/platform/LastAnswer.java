package qiji.platform;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function that keeps what it answered last and answers it again for the very same argument: for what is asked a thousand
 * times about one thing and now and then about another. The answer must depend on nothing but the argument.
 */
public final class LastAnswer<T, R> implements Function<T, R> {
    private final Function<T, R> function;
    private volatile @Nullable Kept<T, R> last;

    private record Kept<T, R>(T argument, R answer) {}

    private LastAnswer(Function<T, R> function) {
        this.function = function;
    }

    public static <T, R> Function<T, R> of(Function<T, R> function) {
        return new LastAnswer<>(function);
    }

    @Override
    public R apply(T argument) {
        Kept<T, R> kept = last;
        if (kept == null || kept.argument != argument) {
            kept = new Kept<>(argument, function.apply(argument));
            last = kept;
        }
        return kept.answer;
    }
}
