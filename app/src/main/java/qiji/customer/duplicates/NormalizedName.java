package qiji.customer.duplicates;

/** What is kept of a customer's name to find it by. Equal for likely duplicates, no proof of them. [B1] */
public final class NormalizedName {
    private NormalizedName() {}

    /** Its core, see {@link CompanyName}. Never empty unless {@code name} is blank. */
    public static String of(String name) {
        return CompanyName.of(name).core();
    }
}
