package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {
    @Test
    void saysWordsWithinWordsInTheSameLanguage() {
        assertThat(Words.of("“%s”第 %s 项", "%s, item %s").with(Words.of("任务", "Task"), 3))
                .isEqualTo(Words.of("“任务”第 3 项", "Task, item 3"));
    }
}
