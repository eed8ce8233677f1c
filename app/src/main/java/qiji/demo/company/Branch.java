package qiji.demo.company;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The company in one city: its leaders, those who sell, and one who sold until they left. */
public record Branch(
        Place place,
        Staff generalManager,
        Staff deputy,
        Staff director,
        Staff administrator,
        Staff solutionManager,
        List<Staff> sellers,
        @Nullable Staff leaver) {
    private static final BigDecimal ORDINARY = new BigDecimal(20_000);
    private static final BigDecimal IMPORTANT = new BigDecimal(50_000);
    public static final BigDecimal MAJOR = new BigDecimal(200_000);

    /** Who follows an opportunity of that amount in person, in yuan; nobody below the grade 普通. [D3] */
    @Nullable
    public Long leaderFor(@Nullable BigDecimal amount) {
        if (amount == null || amount.compareTo(ORDINARY) < 0) {
            return null;
        }
        if (amount.compareTo(IMPORTANT) < 0) {
            return director.id();
        }
        return (amount.compareTo(MAJOR) < 0 ? deputy : generalManager).id();
    }
}
