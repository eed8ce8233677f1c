package qiji.opportunity;

/** The catalogue names a field by its column: {@code customer_id} is {@code customer}, {@code opened_on} {@code openedOn}. */
public final class FieldNames {
    /** No record of ours, so the id is the value itself. */
    private static final String EXTERNAL = "external_id";

    private FieldNames() {}

    public static String of(String column) {
        String[] words = (column.equals(EXTERNAL) ? column : column.replaceAll("_id$", "")).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }
}
