package qiji.opportunity.grade;

import java.util.LinkedHashMap;
import java.util.Map;
import qiji.platform.Words;
import qiji.records.HasWords;

/** How weighty an opportunity is, and so who confirms and follows it. From light to heavy. [D3] */
public enum Grade implements HasWords {
    GENERAL("一般", "General"),
    ORDINARY("普通", "Ordinary"),
    IMPORTANT("重要", "Important"),
    MAJOR("重大", "Major");

    private final Words words;

    Grade(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }

    /** What each is called, by code. */
    public static Map<String, Words> byCode() {
        Map<String, Words> all = new LinkedHashMap<>();
        for (Grade grade : values()) {
            all.put(grade.name(), grade.words());
        }
        return all;
    }
}
