package qiji.opportunity.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import qiji.rule.TrialResult;
import qiji.rule.TrialResult.Cell;
import qiji.rule.TrialResult.Changed;
import qiji.rule.TrialResult.Owner;

/** Puts together what a trial found: sums by verdicts and owner, and the largest opportunities themselves. */
public final class Changes {
    private static final int MOST_OWNERS = 200;

    /** A sum without id, or one opportunity. */
    public record Row(
            @Nullable Long id,
            String before,
            String after,
            long count,
            @Nullable BigDecimal amount,
            @Nullable Long owner) {}

    private record Move(String from, String to) {}

    private record Sum(long count, BigDecimal amount) {
        static final Sum NOTHING = new Sum(0, BigDecimal.ZERO);

        Sum and(Row row) {
            return new Sum(count + row.count, row.amount == null ? amount : amount.add(row.amount));
        }
    }

    public static TrialResult of(List<Row> rows) {
        Sum all = Sum.NOTHING;
        Map<Move, Sum> moves = new LinkedHashMap<>();
        Map<Long, Sum> owners = new TreeMap<>();
        Sum ownerless = Sum.NOTHING;
        List<Changed> records = new ArrayList<>();
        for (Row row : rows) {
            if (row.id != null) {
                records.add(new Changed(row.id, row.before, row.after, row.amount, row.owner));
                continue;
            }
            all = all.and(row);
            moves.put(
                    new Move(row.before, row.after),
                    sum(moves, new Move(row.before, row.after)).and(row));
            if (row.owner == null) {
                ownerless = ownerless.and(row);
            } else {
                owners.put(row.owner, sum(owners, row.owner).and(row));
            }
        }
        return new TrialResult(all.count, all.amount, cells(moves), owners(owners, ownerless), List.copyOf(records));
    }

    private static <K> Sum sum(Map<K, Sum> sums, K key) {
        return sums.getOrDefault(key, Sum.NOTHING);
    }

    private static List<Cell> cells(Map<Move, Sum> moves) {
        return moves.entrySet().stream()
                .map(it -> new Cell(
                        it.getKey().from(),
                        it.getKey().to(),
                        it.getValue().count(),
                        it.getValue().amount()))
                .sorted(Comparator.comparing(Cell::from).thenComparing(Cell::to))
                .toList();
    }

    private static List<Owner> owners(Map<Long, Sum> owners, Sum ownerless) {
        Map<@Nullable Long, Sum> every = new HashMap<>(owners);
        if (ownerless.count > 0) {
            every.put(null, ownerless);
        }
        return every.entrySet().stream()
                .map(it -> new Owner(
                        it.getKey(), it.getValue().count(), it.getValue().amount()))
                .sorted(Comparator.comparing(Owner::count).reversed())
                .limit(MOST_OWNERS)
                .toList();
    }

    private Changes() {}
}
