package qiji.platform;

/** What is wrong with one field of a request: its path in the body, a stable code, and a sentence for people. */
public record FieldFault(String field, String code, String message) {
    public static FieldFault of(String field, String code, Words message) {
        return new FieldFault(field, code, message.here());
    }

    public static FieldFault required(String field) {
        return of(field, "required", Words.of("请填写", "Required"));
    }

    public static FieldFault unknown(String field) {
        return of(field, "unknown", Words.of("没有这个字段", "There is no such field"));
    }
}
