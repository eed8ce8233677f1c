package qiji.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import qiji.demo.chance.Chance;

/** What is offered in an opportunity; its amount is the sum of the lines, in yuan. */
record Basket(List<Line> lines) {
    /** So many units at that price, less the discount. */
    record Line(Offer offer, BigDecimal quantity, BigDecimal price, BigDecimal discountPercent) {
        BigDecimal amount() {
            return quantity.multiply(price)
                    .multiply(BigDecimal.valueOf(100).subtract(discountPercent))
                    .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        }
    }

    private static final double MEDIAN_YUAN = 52_000;
    private static final double SPREAD = 1.35;
    private static final double LARGEST_YUAN = 30_000_000;
    private static final int ROUND_FROM = 20;

    BigDecimal amount() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    Offer main() {
        return lines.getFirst().offer();
    }

    /** Access lines in it (线路条数). */
    int lineCount(int months) {
        return lines.stream()
                .filter(it -> it.offer().kind() == Offer.Kind.LINE || it.offer().kind() == Offer.Kind.BASE)
                .mapToInt(it -> Math.max(1, it.quantity().intValue() / months))
                .sum();
    }

    static Basket fill(List<Offer> offers, Chance chance) {
        double target = Math.min(LARGEST_YUAN, chance.logNormal(MEDIAN_YUAN, SPREAD));
        Offer main = chance.pick(offers);
        List<Offer> chosen = new ArrayList<>(List.of(main));
        if (main.kind() == Offer.Kind.PROJECT || main.kind() == Offer.Kind.BASE) {
            // An ICT project is split into both. [S9]
            chosen = new ArrayList<>(offers.stream()
                    .filter(it -> it.kind() == Offer.Kind.PROJECT || it.kind() == Offer.Kind.BASE)
                    .toList());
        }
        int more = chance.weighted(0.6, 0.28, 0.12);
        for (int i = 0; i < more; i++) {
            Offer another = chance.pick(offers);
            if (!chosen.contains(another)) {
                chosen.add(another);
            }
        }
        BigDecimal discount = BigDecimal.valueOf(5L * chance.weighted(0.45, 0.2, 0.15, 0.1, 0.06, 0.04));
        double share = target / chosen.size() / (1 - discount.doubleValue() / 100);
        return new Basket(chosen.stream()
                .map(it -> new Line(it, sensible(share / it.price().doubleValue()), it.price(), discount))
                .toList());
    }

    /** The same, with more or less of the first product. */
    Basket changed(double factor) {
        Line first = lines.getFirst();
        List<Line> changed = new ArrayList<>(lines);
        changed.set(
                0,
                new Line(
                        first.offer(),
                        sensible(first.quantity().doubleValue() * factor),
                        first.price(),
                        first.discountPercent()));
        return new Basket(List.copyOf(changed));
    }

    /** At least one; of many, two digits that count. */
    private static BigDecimal sensible(double quantity) {
        long whole = Math.max(1, Math.round(quantity));
        long unit = 1;
        while (whole / unit >= 100) {
            unit *= 10;
        }
        return BigDecimal.valueOf(whole < ROUND_FROM ? whole : Math.round((double) whole / unit) * unit);
    }
}
