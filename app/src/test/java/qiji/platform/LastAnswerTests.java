package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

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
}
