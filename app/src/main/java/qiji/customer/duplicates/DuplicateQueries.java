package qiji.customer.duplicates;

import static db.customer.Tables.CUSTOMER;
import static db.organization.Tables.APP_USER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.customer.CreditCode;
import qiji.customer.Customers;
import qiji.customer.duplicates.NameKeyStore.Two;
import qiji.records.SearchTokens;
import qiji.records.imports.ImportVerbs.Alike;

/**
 * Customers that may be the one whose name and code are being typed. [B1] Looks only into indexes: the code, the keys of
 * names that are alike, the parts of the typed name, and its tokens (the typed name within a known one).
 */
@Component
class DuplicateQueries {
    private static final int MOST = 10;
    private static final int MOST_LOOKED_AT = 200;
    private static final int SHORTEST_CORE = 2;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_TYPED = 60;
    private static final int CERTAIN = 95;

    private final DSLContext jooq;
    private final NameKeyStore nameKeys;

    DuplicateQueries(DSLContext jooq, NameKeyStore nameKeys) {
        this.jooq = jooq;
        this.nameKeys = nameKeys;
    }

    private record Found(
            long id,
            String name,
            @Nullable String owner,
            @Nullable String code,
            boolean seen) {
        CustomerLikeness likeness() {
            return CustomerLikeness.of(name, code);
        }
    }

    private record Judged(Found found, Likeness likeness) {
        int score() {
            return likeness.score();
        }
    }

    /** The likeliest ten first; those whom the viewer may not see are only counted, and only when equal. */
    Duplicates of(@Nullable String name, @Nullable String creditCode, Viewer viewer) {
        String called = name == null || hides("name", viewer) ? "" : name.strip();
        String code = creditCode != null
                        && !hides("creditCode", viewer)
                        && CreditCode.read(creditCode) instanceof CreditCode.Valid(var valid)
                ? valid
                : null;
        Map<Long, Found> found = new LinkedHashMap<>();
        if (code != null) {
            find(CUSTOMER.CREDIT_CODE.eq(code), viewer).forEach(it -> found.put(it.id(), it));
        }
        CustomerLikeness typed = CustomerLikeness.of(called, code);
        if (!called.isEmpty()) {
            alike(typed.name(), viewer).forEach(it -> found.putIfAbsent(it.id(), it));
        }
        return rank(found.values().stream()
                .map(it -> new Judged(
                        it,
                        CustomerLikeness.of(called.isEmpty() ? "" : it.name(), it.code())
                                .to(typed)))
                .filter(it -> it.score() > 0)
                .toList());
    }

    /** Which that the viewer may see are probably one of those {@code created} after them. */
    List<Alike> besides(Set<Long> created, Viewer viewer) {
        if (hides("name", viewer)) {
            return List.of();
        }
        List<Two> pairs = nameKeys.sharingWith(created, false);
        Map<Long, Found> found = new LinkedHashMap<>();
        Set<Long> ids = new HashSet<>();
        pairs.forEach(it -> ids.addAll(List.of(it.id(), it.otherId())));
        find(isOneOf(ids.toArray(Long[]::new)), ids.size(), viewer).forEach(it -> found.put(it.id(), it));
        List<Alike> alike = new ArrayList<>();
        for (Two pair : pairs) {
            Found one = found.get(pair.id());
            Found other = found.get(pair.otherId());
            if (one != null && other != null && other.seen()) {
                int score = one.likeness().to(other.likeness()).score();
                if (score >= Likeness.THRESHOLD) {
                    alike.add(new Alike(one.id(), one.name(), other.id(), other.name(), score));
                }
            }
        }
        return alike;
    }

    private List<Found> alike(CompanyName typed, Viewer viewer) {
        List<Found> found = new ArrayList<>(find(isOneOf(nameKeys.sharingWith(typed)), viewer));
        String core = typed.core();
        found.addAll(find(CUSTOMER.NORMALIZED_NAME.eq(any(val(parts(core).toArray(String[]::new)))), viewer));
        if (core.codePointCount(0, core.length()) >= SHORTEST_CORE) {
            found.addAll(find(SearchTokens.matches(CUSTOMER.SEARCH, core), viewer));
        }
        return found;
    }

    /** What a viewer may not read they cannot ask for either. */
    private static boolean hides(String field, Viewer viewer) {
        return viewer.accessTo(Customers.TYPE, field) == FieldAccess.HIDDEN;
    }

    private static Duplicates rank(List<Judged> judged) {
        List<Duplicates.Match> matches = judged.stream()
                .filter(it -> it.found().seen())
                .sorted(Comparator.comparing(Judged::score)
                        .reversed()
                        .thenComparing(it -> it.found().name()))
                .limit(MOST)
                .map(it -> new Duplicates.Match(
                        it.found().id(),
                        it.found().name(),
                        it.found().owner(),
                        it.score(),
                        it.likeness().reasons()))
                .toList();
        long hidden = judged.stream()
                .filter(it -> !it.found().seen() && it.score() >= CERTAIN)
                .count();
        return new Duplicates(matches, (int) hidden);
    }

    private static Condition isOneOf(Long[] ids) {
        return CUSTOMER.ID.eq(any(val(ids)));
    }

    private List<Found> find(Condition alike, Viewer viewer) {
        return find(alike, MOST_LOOKED_AT, viewer);
    }

    private List<Found> find(Condition alike, int most, Viewer viewer) {
        return jooq.select(
                        CUSTOMER.ID,
                        CUSTOMER.NAME,
                        hides("owner", viewer) ? val((String) null) : APP_USER.NAME,
                        hides("creditCode", viewer) ? val((String) null) : CUSTOMER.CREDIT_CODE,
                        field(Customers.visibleTo(viewer, CUSTOMER)))
                .from(CUSTOMER)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CUSTOMER.OWNER_ID))
                .where(CUSTOMER.ARCHIVED_AT.isNull())
                .and(alike)
                .limit(most)
                .fetch(mapping(Found::new));
    }

    /** The name itself and all its parts of three characters or more. */
    private static Set<String> parts(String core) {
        String typed = core.substring(0, Math.min(core.length(), LONGEST_TYPED));
        Set<String> parts = new HashSet<>(Set.of(core));
        for (int from = 0; from <= typed.length() - SHORTEST_PART; from++) {
            for (int to = from + SHORTEST_PART; to <= typed.length(); to++) {
                parts.add(typed.substring(from, to));
            }
        }
        return parts;
    }
}
