package qiji.past;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import qiji.testing.Spans;

/** What can be asked of each kind of field. */
final class Questions {
    private static final List<String> PERIODS = List.of(
            "today",
            "yesterday",
            "thisWeek",
            "thisMonth",
            "thisQuarter",
            "lastMonth",
            "nextMonth",
            "lastQuarter",
            "lastYear",
            "last90Days",
            "next30Days",
            "overdue");

    private Questions() {}

    static PastFilter text(PastFilter.Maker maker, String field) {
        String text = Column.word(maker.random);
        return switch (maker.random.nextInt(4)) {
            case 0 ->
                PastFilter.leaf(
                        field, "contains", text, value -> Meanings.lower(value).contains(Meanings.lower(text)));
            case 1 ->
                PastFilter.leaf(
                        field,
                        "startsWith",
                        text,
                        value -> Meanings.lower(value).startsWith(Meanings.lower(text)));
            default -> choice(Column.WORDS).apply(maker, field);
        };
    }

    /** The name of a record itself is found by its words, and in a search box by that of its customer too. */
    static PastFilter name(PastFilter.Maker maker, String field) {
        String word = Column.any(PastFilter.NAMES, maker.random);
        return switch (maker.random.nextInt(3)) {
            case 0 ->
                PastFilter.leaf(
                        field, "contains", word, value -> value.toString().contains(word));
            case 1 ->
                PastFilter.leaf(
                        field,
                        "startsWith",
                        maker.life.name + " " + word,
                        value -> value.toString().startsWith(maker.life.name + " " + word));
            default ->
                new PastFilter(
                        PastFilter.json(field, "finds", word), it -> it.world().isCalled(word, it.deal()));
        };
    }

    static PastFilter called(PastFilter.Maker maker, String field) {
        String word = Column.any(PastFilter.NAMES, maker.random);
        return maker.random.nextInt(3) == 0
                ? empty(maker, field)
                : PastFilter.leaf(
                        field, "contains", word, value -> value.toString().contains(word));
    }

    static PastFilter.Question choice(List<String> all) {
        return (maker, field) -> {
            String one = Column.any(all, maker.random);
            String other = Column.any(all, maker.random);
            return switch (maker.random.nextInt(4)) {
                case 0 -> PastFilter.leaf(field, "is", one, value -> Meanings.is(value, one));
                case 1 -> PastFilter.not(field, one, value -> Meanings.is(value, one));
                case 2 ->
                    PastFilter.leaf(
                            field,
                            "in",
                            List.of(one, other),
                            value -> Meanings.is(value, one) || Meanings.is(value, other));
                default -> empty(maker, field);
            };
        };
    }

    static PastFilter.Question number(Function<Random, Number> chance) {
        return (maker, field) -> {
            Number one = chance.apply(maker.random);
            BigDecimal from = new BigDecimal(one.toString());
            BigDecimal to = from.add(new BigDecimal(chance.apply(maker.random).toString()));
            return switch (maker.random.nextInt(7)) {
                case 0 ->
                    PastFilter.leaf(
                            field, "gt", from, value -> Meanings.number(value).compareTo(from) > 0);
                case 1 ->
                    PastFilter.leaf(
                            field, "gte", from, value -> Meanings.number(value).compareTo(from) >= 0);
                case 2 ->
                    PastFilter.leaf(
                            field, "lt", from, value -> Meanings.number(value).compareTo(from) < 0);
                case 3 ->
                    PastFilter.leaf(
                            field, "lte", from, value -> Meanings.number(value).compareTo(from) <= 0);
                case 4 ->
                    PastFilter.leaf(
                            field, "is", from, value -> Meanings.number(value).compareTo(from) == 0);
                case 5 ->
                    PastFilter.leaf(
                            field,
                            "between",
                            List.of(from, to),
                            value -> Meanings.number(value).compareTo(from) >= 0
                                    && Meanings.number(value).compareTo(to) <= 0);
                default -> empty(maker, field);
            };
        };
    }

    static PastFilter date(PastFilter.Maker maker, String field) {
        return byDay(maker, field);
    }

    static PastFilter moment(PastFilter.Maker maker, String field) {
        Instant moment = Column.moment(maker.random);
        return switch (maker.random.nextInt(6)) {
            case 0 -> PastFilter.leaf(field, "gt", moment, value -> ((Instant) value).isAfter(moment));
            case 1 -> PastFilter.leaf(field, "lte", moment, value -> !((Instant) value).isAfter(moment));
            default -> byDay(maker, field);
        };
    }

    static PastFilter byDay(PastFilter.Maker maker, String field) {
        LocalDate day = Column.day(maker.random);
        LocalDate later = day.plusDays(maker.random.nextInt(60));
        return switch (maker.random.nextInt(8)) {
            case 0 ->
                PastFilter.leaf(field, "gt", day, value -> Meanings.day(value).isAfter(day));
            case 1 ->
                PastFilter.leaf(field, "lt", day, value -> Meanings.day(value).isBefore(day));
            case 2 ->
                PastFilter.leaf(field, "lte", day, value -> !Meanings.day(value).isAfter(day));
            case 3 ->
                PastFilter.leaf(
                        field,
                        "between",
                        List.of(day, later),
                        value -> !Meanings.day(value).isBefore(day)
                                && !Meanings.day(value).isAfter(later));
            case 4 -> empty(maker, field);
            default -> {
                String period = Column.any(PERIODS, maker.random);
                yield new PastFilter(
                        PastFilter.json(field, "relative", period),
                        it -> it.value(field) instanceof Object value
                                && Spans.isWithin(
                                        period, Meanings.day(value), it.world().today()));
            }
        };
    }

    static PastFilter flag(PastFilter.Maker maker, String field) {
        boolean asked = maker.random.nextBoolean();
        return switch (maker.random.nextInt(3)) {
            case 0 -> PastFilter.leaf(field, "is", asked, value -> value.equals(asked));
            case 1 -> PastFilter.not(field, asked, value -> value.equals(asked));
            default -> empty(maker, field);
        };
    }

    static PastFilter.Question reference(Function<Life, List<Long>> all) {
        return (maker, field) -> {
            Long one = Column.any(all.apply(maker.life), maker.random);
            Long other = Column.any(all.apply(maker.life), maker.random);
            return switch (maker.random.nextInt(4)) {
                case 0 -> PastFilter.leaf(field, "is", "" + one, value -> value.equals(one));
                case 1 -> PastFilter.not(field, "" + one, value -> value.equals(one));
                case 2 ->
                    PastFilter.leaf(
                            field,
                            "in",
                            List.of("" + one, "" + other),
                            value -> value.equals(one) || value.equals(other));
                default -> empty(maker, field);
            };
        };
    }

    static PastFilter me(PastFilter.Maker maker, String field) {
        return new PastFilter(
                PastFilter.json(field, "me", null),
                it -> Long.valueOf(it.viewer().userId()).equals(it.value(field)));
    }

    static PastFilter department(PastFilter.Maker maker, String field) {
        long top = Column.any(maker.life.departments(), maker.random);
        return switch (maker.random.nextInt(5)) {
            case 0 ->
                new PastFilter(
                        PastFilter.json(field, "below", "" + top),
                        it -> it.value(field) instanceof Long id && it.world().isDepartmentBelow(id, top));
            case 1 ->
                new PastFilter(
                        PastFilter.json(field, "myDepartment", null),
                        it -> it.value(field) instanceof Long id
                                && id == it.viewer().departmentId());
            case 2 ->
                new PastFilter(
                        PastFilter.json(field, "myDepartmentAndBelow", null),
                        it -> it.value(field) instanceof Long id
                                && it.world().isDepartmentBelow(id, it.viewer().departmentId()));
            default -> reference(Life::departments).apply(maker, field);
        };
    }

    static PastFilter belowCustomer(PastFilter.Maker maker, String field) {
        long top = Column.any(maker.life.customers(), maker.random);
        return new PastFilter(
                PastFilter.json(field, "below", "" + top),
                it -> it.value(field) instanceof Long id && it.world().isCustomerBelow(id, top, it.viewer()));
    }

    static PastFilter empty(PastFilter.Maker maker, String field) {
        return maker.random.nextBoolean()
                ? new PastFilter(PastFilter.json(field, "empty", null), it -> Meanings.isEmpty(it.value(field)))
                : new PastFilter(PastFilter.json(field, "notEmpty", null), it -> !Meanings.isEmpty(it.value(field)));
    }
}
