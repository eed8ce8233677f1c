package qiji.past;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiji.past.Meanings.Seen;
import tools.jackson.databind.json.JsonMapper;

/** A filter of chance over every kind of field, with what it means in plain Java. [X2 D17] */
record PastFilter(String json, Predicate<Seen> meaning) {
    static final List<String> NAMES = List.of("变电站", "自来水厂", "高速公路", "云平台");
    private static final List<String> BOOLEANS =
            List.of("valid", "needKnown", "kpKnown", "cf_flag", "customer.imported", "customer.parent.imported");
    /** What can be asked of a field. */
    private record Asked(String field, Function<Maker, PastFilter> how) {}

    /** Makes filters over the people and things of one company; goes through all kinds of questions again and again. */
    static final class Maker {
        final Random random;
        final Life life;
        private int turn;

        Maker(Random random, Life life) {
            this.random = random;
            this.life = life;
        }

        /** The name of the field that {@link #leaf} asks about next. */
        String next() {
            return ASKED.get(turn % ASKED.size()).field;
        }

        PastFilter leaf() {
            return ASKED.get(turn++ % ASKED.size()).how.apply(this);
        }

        PastFilter tree(int depth) {
            switch (depth == 0 ? 3 : random.nextInt(4)) {
                case 0 -> {
                    List<PastFilter> all = trees(depth);
                    return new PastFilter(
                            group("and", all), it -> all.stream().allMatch(part -> part.meaning.test(it)));
                }
                case 1 -> {
                    List<PastFilter> all = trees(depth);
                    return new PastFilter(group("or", all), it -> all.stream().anyMatch(part -> part.meaning.test(it)));
                }
                case 2 -> {
                    PastFilter inner = tree(depth - 1);
                    return new PastFilter("{\"not\":%s}".formatted(inner.json), inner.meaning.negate());
                }
                default -> {
                    return Column.any(ASKED, random).how.apply(this);
                }
            }
        }

        private List<PastFilter> trees(int depth) {
            return IntStream.range(0, random.nextInt(1, 4))
                    .mapToObj(_ -> tree(depth - 1))
                    .toList();
        }

        private static String group(String how, List<PastFilter> all) {
            return "{\"%s\":[%s]}"
                    .formatted(how, all.stream().map(PastFilter::json).collect(Collectors.joining(",")));
        }
    }

    private static final List<Asked> ASKED = Stream.of(
                    each(Questions::text, "nextStep", "description", "cf_city", "customer.region", "owner.title"),
                    each(Questions::name, "name"),
                    each(Questions.choice(Column.STATUSES), "status"),
                    each(Questions.choice(Column.SOURCES), "source"),
                    each(Questions.choice(Column.INTENTS), "intent"),
                    each(Questions.choice(Column.COLOURS), "cf_colour"),
                    each(Questions.choice(List.of("POTENTIAL", "VALID", "FEASIBLE")), "maturity", "stage.maturity"),
                    each(
                            Questions.choice(Column.INDUSTRIES),
                            "customer.industry",
                            "customer.parent.industry",
                            "cf_partner.industry"),
                    each(
                            Questions.number(Column::amount),
                            "expectedAmount",
                            "wonAmount",
                            "weightedAmount",
                            "expectedMonthly",
                            "cf_price"),
                    each(
                            Questions.number(random -> random.nextInt(6)),
                            "lineCount",
                            "cf_seats",
                            "customer.employeeCount",
                            "cf_partner.employeeCount"),
                    each(Questions.number(random -> random.nextInt(Column.DAYS)), "daysInStage"),
                    each(Questions.number(random -> random.nextInt(50)), "ownerWinRate", "stage.winRate"),
                    each(Questions::date, "expectedSignOn", "nextStepOn", "cf_due", "cf_end"),
                    each(Questions::moment, "createdAt", "stageEnteredAt", "statusAt", "cf_met", "customer.createdAt"),
                    each(Questions::flag, BOOLEANS.toArray(String[]::new)),
                    each(Questions.choice(Column.WORDS), "tags", "cf_marks", "customer.tags"),
                    each(
                            (maker, field) ->
                                    Questions.choice(maker.life.competitors()).apply(maker, field),
                            "rivals"),
                    each(Questions.reference(Life::people), "owner", "customer.owner", "cf_partner.owner"),
                    each(Questions::me, "owner", "customer.owner"),
                    each(Questions.reference(Life::stages), "stage"),
                    each(Questions.reference(Life::customers), "customer", "cf_partner", "customer.parent"),
                    each(
                            Questions::department,
                            "department",
                            "owner.department",
                            "customer.department",
                            "customer.owner.department"),
                    each(Questions::belowCustomer, "customer", "customer.parent", "cf_partner"),
                    each(Questions::called, "customer.name", "customer.parent.name", "cf_partner.name"))
            .flatMap(all -> all)
            .toList();

    /** All fields that are asked about. */
    static Set<String> fields() {
        return ASKED.stream().map(Asked::field).collect(Collectors.toSet());
    }

    interface Question {
        PastFilter apply(Maker maker, String field);
    }

    private static Stream<Asked> each(Question question, String... fields) {
        return Stream.of(fields).map(field -> new Asked(field, maker -> question.apply(maker, field)));
    }

    static PastFilter leaf(String field, String op, Object asked, Predicate<Object> meaning) {
        return new PastFilter(
                json(field, op, asked), it -> it.value(field) instanceof Object value && meaning.test(value));
    }

    /** What is empty is not so. */
    static PastFilter not(String field, Object asked, Predicate<Object> is) {
        return new PastFilter(
                json(field, "isNot", asked), it -> !(it.value(field) instanceof Object value && is.test(value)));
    }

    static String json(String field, String op, @Nullable Object value) {
        Map<String, Object> leaf = value == null
                ? Map.of("field", field, "op", op)
                : Map.of("field", field, "op", op, "value", Meanings.sent(value));
        return JsonMapper.shared().writeValueAsString(leaf);
    }
}
