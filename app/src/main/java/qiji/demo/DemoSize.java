package qiji.demo;

/**
 * How large a demonstration is. Opportunities and customers are exact, follow-ups nearly so; departments, contacts,
 * tasks and old versions follow from these. Years are those of history up to now.
 */
public record DemoSize(int users, int customers, int opportunities, int activities, int years) {
    private static final int FEWEST_USERS = 20;

    /** What {@code ./qiji start --demo} shows. */
    public static final DemoSize SHIPPED = new DemoSize(60, 500, 3_000, 15_000, 3);

    public DemoSize {
        if (users < FEWEST_USERS || customers < 1 || opportunities < 0 || activities < 0 || years < 1 || years > 30) {
            throw new IllegalArgumentException(
                    "A demonstration needs at least %d users, 1 customer and 1 to 30 years".formatted(FEWEST_USERS));
        }
    }

    /** A company in proportion to its opportunities: 2,000 users and 200,000 customers to a million. */
    public static DemoSize ofOpportunities(int opportunities) {
        if (opportunities <= SHIPPED.opportunities) {
            return new DemoSize(SHIPPED.users, SHIPPED.customers, opportunities, opportunities * 5, SHIPPED.years);
        }
        int users = (int) Math.min(2_000, SHIPPED.users + (opportunities - SHIPPED.opportunities) / 500L);
        return new DemoSize(users, Math.max(SHIPPED.customers, opportunities / 5), opportunities, opportunities * 5, 3);
    }
}
