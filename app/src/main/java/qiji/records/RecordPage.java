package qiji.records;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record as its page reads it: the fields that the viewer may read, and which verbs they may use on it now. */
public record RecordPage(String id, int version, Map<String, @Nullable Object> values, Map<String, Boolean> may) {
    public static RecordPage of(long id, int version, Map<String, @Nullable Object> values, Map<String, Boolean> may) {
        return new RecordPage(Long.toString(id), version, values, may);
    }

    /** Says of which record type the bodies are that a controller takes and the values that it gives, for the API document. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface ValuesOf {
        /** The name of the record type, e.g. {@code customer}. */
        String value();

        /** Fields that a create takes although they are read-only afterwards. */
        String[] creates() default {};
    }
}
