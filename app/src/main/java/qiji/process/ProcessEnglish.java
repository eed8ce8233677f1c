package qiji.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What a process says in English. What is empty is told as it was given. */
public record ProcessEnglish(String name, String description) {
    public static final ProcessEnglish NONE = new ProcessEnglish("", "");

    @JsonCreator
    static ProcessEnglish of(
            @JsonProperty("name") @Nullable String name, @JsonProperty("description") @Nullable String description) {
        return new ProcessEnglish(Given.text(name), Given.text(description));
    }
}
