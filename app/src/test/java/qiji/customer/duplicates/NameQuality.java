package qiji.customer.duplicates;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import qiji.customer.duplicates.RealCompanies.Company;
import qiji.records.search.Spelling;

/** Looks variants of real names up among all of them, by the keys and the matcher of the product, and counts. */
final class NameQuality implements Variant.Source {
    private final RealCompanies real;
    private final List<CompanyName> names;
    private final Map<Integer, int[]> byKey = new HashMap<>();
    private final int[] characters;
    private final Map<String, List<Character>> bySound = new HashMap<>();
    /** What so many companies are called without their region tells nobody which one is meant. */
    private static final int MANY = 4;

    private final Map<String, Integer> rests = new HashMap<>();

    /** {@code asked} variants; of those {@code found} gave their original; {@code others} were given besides, {@code twins} that the rule itself cannot tell from it. */
    record Count(int asked, int found, int others, int twins) {
        double recall() {
            return asked == 0 ? 1 : (double) found / asked;
        }

        double precision() {
            return found + others == 0 ? 1 : (double) found / (found + others);
        }

        /** Where names count as found rightly that this rule makes the same text of. */
        double fairPrecision() {
            return found + others == 0 ? 1 : (double) (found + twins) / (found + others);
        }

        Count plus(Count more) {
            return new Count(asked + more.asked, found + more.found, others + more.others, twins + more.twins);
        }
    }

    NameQuality(RealCompanies real) {
        this.real = real;
        this.names = real.companies().parallelStream()
                .map(it -> CompanyName.of(it.name()))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            for (Integer key : BlockingKeys.of(names.get(i))) {
                byKey.merge(
                        key,
                        new int[] {i},
                        (one, other) -> IntStream.concat(IntStream.of(one), IntStream.of(other))
                                .toArray());
            }
        }
        real.companies()
                .forEach(it -> rests.merge(withoutForm(it.name().substring(region(it.name()))), 1, Integer::sum));
        this.characters = real.characters();
        IntStream.of(characters)
                .distinct()
                .forEach(it -> bySound.computeIfAbsent(Spelling.read(Character.toString(it)), _ -> new ArrayList<>())
                        .add((char) it));
    }

    /** Of every {@code step}th name from {@code first} on. What went wrong is told to {@code bad}. */
    Map<Variant, Count> measure(int first, int step, Consumer<String> bad) {
        Map<Variant, Count> counts = new EnumMap<>(Variant.class);
        for (Variant rule : Variant.values()) {
            counts.put(
                    rule,
                    IntStream.range(0, names.size())
                            .filter(i -> i % step == first)
                            .parallel()
                            .mapToObj(i -> ask(rule, i, bad))
                            .reduce(new Count(0, 0, 0, 0), Count::plus));
        }
        return counts;
    }

    private Count ask(Variant rule, int original, Consumer<String> bad) {
        Company company = real.companies().get(original);
        String text = rule.of(company, this, new Random(company.name().hashCode() * 31L + rule.ordinal()));
        if (text == null || text.equals(company.name())) {
            return new Count(0, 0, 0, 0);
        }
        List<Integer> matches = duplicatesOf(CompanyName.of(text));
        boolean found = matches.contains(original);
        if (!found) {
            bad.accept("missed %s %s → %s".formatted(rule, company.name(), text));
        }
        int twins = 0;
        for (int match : matches) {
            if (match != original) {
                boolean twin = isTwin(rule, real.companies().get(match), text);
                twins += twin ? 1 : 0;
                if (!twin) {
                    bad.accept("wrong %s %s → %s ~ %s"
                            .formatted(
                                    rule,
                                    company.name(),
                                    text,
                                    real.companies().get(match).name()));
                }
            }
        }
        return new Count(1, found ? 1 : 0, matches.size() - (found ? 1 : 0), twins);
    }

    /** All that the product would call duplicates of it. */
    List<Integer> duplicatesOf(CompanyName name) {
        return IntStream.of(candidates(name))
                .filter(i -> NameLikeness.of(name, names.get(i)).isDuplicate())
                .boxed()
                .toList();
    }

    private int[] candidates(CompanyName name) {
        return IntStream.of(java.util.stream.Stream.of(BlockingKeys.of(name))
                        .flatMapToInt(key -> IntStream.of(byKey.getOrDefault(key, new int[0])))
                        .toArray())
                .distinct()
                .toArray();
    }

    /** The pairs among the real names themselves. */
    List<String> pairs() {
        return IntStream.range(0, names.size())
                .parallel()
                .boxed()
                .flatMap(i -> duplicatesOf(names.get(i)).stream()
                        .filter(other -> other > i)
                        .map(other -> real.companies().get(i).name() + " ~ "
                                + real.companies().get(other).name()))
                .toList();
    }

    private boolean isTwin(Variant rule, Company other, String text) {
        @Nullable String made = rule.of(other, this, new Random(0));
        String made2 = rule.of(other, this, new Random(1));
        return text.equals(made) || text.equals(made2) || text.equals(other.name());
    }

    @Override
    public int region(String name) {
        return real.divisions().lengthBefore(name);
    }

    @Override
    public boolean isTold(String rest) {
        return rest.length() > 3 && rests.getOrDefault(withoutForm(rest), 0) < MANY;
    }

    private static String withoutForm(String name) {
        return name.replaceAll("(?:股份有限公司|有限责任公司|有限公司|公司)$", "");
    }

    @Override
    public char any(Random random) {
        return (char) characters[random.nextInt(characters.length)];
    }

    @Override
    public char soundingLike(char character, Random random) {
        List<Character> all = bySound.getOrDefault(Spelling.read(Character.toString(character)), List.of(character));
        return all.get(random.nextInt(all.size()));
    }
}
