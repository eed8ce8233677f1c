package qiji;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A filter of chance over the deals of a random company, with what it means in plain Java. X2 D17 */
record RandomDealFilter(String json, Predicate<RandomCompany.Deal> meaning) {
    static RandomDealFilter of(RandomCompany company) {
        return node(company, 3);
    }

    private static RandomDealFilter node(RandomCompany company, int depth) {
        return switch (depth == 0 ? 3 : company.random.nextInt(5)) {
            case 0 -> {
                List<RandomDealFilter> all = nodes(company, depth);
                yield new RandomDealFilter(
                        group("and", all), deal -> all.stream().allMatch(it -> it.meaning.test(deal)));
            }
            case 1 -> {
                List<RandomDealFilter> all = nodes(company, depth);
                yield new RandomDealFilter(
                        group("or", all), deal -> all.stream().anyMatch(it -> it.meaning.test(deal)));
            }
            case 2 -> {
                RandomDealFilter inner = node(company, depth - 1);
                yield new RandomDealFilter("{\"not\":%s}".formatted(inner.json), inner.meaning.negate());
            }
            default -> leaf(company);
        };
    }

    private static List<RandomDealFilter> nodes(RandomCompany company, int depth) {
        return IntStream.range(0, company.random.nextInt(1, 4))
                .mapToObj(_ -> node(company, depth - 1))
                .toList();
    }

    private static String group(String how, List<RandomDealFilter> all) {
        return "{\"%s\":[%s]}"
                .formatted(how, all.stream().map(RandomDealFilter::json).collect(Collectors.joining(",")));
    }

    private static RandomDealFilter leaf(RandomCompany company) {
        long user = company.user();
        long other = company.user();
        long department = company.department();
        BigDecimal amount = amount(company.random);
        BigDecimal more = amount.add(amount(company.random));
        return switch (company.random.nextInt(8)) {
            case 0 -> leaf("owner", "is", quoted(user), deal -> deal.owner() != null && deal.owner() == user);
            case 1 -> leaf("owner", "isNot", quoted(user), deal -> deal.owner() == null || deal.owner() != user);
            case 2 ->
                leaf(
                        "owner",
                        "in",
                        "[%s,%s]".formatted(quoted(user), quoted(other)),
                        deal -> deal.owner() != null && (deal.owner() == user || deal.owner() == other));
            case 3 -> leaf("owner", "empty", "null", deal -> deal.owner() == null);
            case 4 ->
                leaf(
                        "department",
                        "is",
                        quoted(department),
                        deal -> deal.department() != null && deal.department() == department);
            case 5 -> leaf("expectedAmount", "notEmpty", "null", deal -> deal.amount() != null);
            case 6 ->
                leaf(
                        "expectedAmount",
                        "gt",
                        amount.toPlainString(),
                        deal -> deal.amount() != null && deal.amount().compareTo(amount) > 0);
            default ->
                leaf(
                        "expectedAmount",
                        "between",
                        "[%s,%s]".formatted(amount.toPlainString(), more.toPlainString()),
                        deal -> deal.amount() != null
                                && deal.amount().compareTo(amount) >= 0
                                && deal.amount().compareTo(more) <= 0);
        };
    }

    private static RandomDealFilter leaf(
            String field, String operator, String value, Predicate<RandomCompany.Deal> meaning) {
        String json = "{\"field\":\"%s\",\"op\":\"%s\",\"value\":%s}".formatted(field, operator, value);
        return new RandomDealFilter(json, meaning);
    }

    private static String quoted(long id) {
        return "\"" + id + "\"";
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(random.nextLong(0, 6_000_000), 2);
    }
}
