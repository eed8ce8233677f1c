package qiji.customer;

import static db.customer.Tables.CUSTOMER;
import static db.organization.Tables.APP_USER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
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
import qiji.records.SearchTokens;

/**
 * Customers that may be the one whose name and code are being typed. [B1] Looks only into indexes: the code, the
 * normalised name, all of its parts (a known name within the typed one), and its tokens (the typed name within a known one).
 */
@Component
class DuplicateQueries {
    private static final int MOST = 10;
    private static final int MOST_LOOKED_AT = 200;
    private static final int SHORTEST_CORE = 2;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_TYPED = 60;
    private static final int SAME_CODE = 100;
    private static final int SAME_NAME = 95;
    private static final int PART_OF_NAME = 90;

    private final DSLContext jooq;

    DuplicateQueries(DSLContext jooq) {
        this.jooq = jooq;
    }

    private record Found(
            long id,
            String name,
            @Nullable String owner,
            String core,
            @Nullable String code,
            boolean seen) {}

    /** The likeliest ten first; those whom the viewer may not see are only counted, and only when equal. */
    Duplicates of(@Nullable String name, @Nullable String creditCode, Viewer viewer) {
        String core = name == null || name.isBlank() || hides("name", viewer) ? "" : NormalizedName.of(name);
        String code = creditCode != null
                        && CreditCode.read(creditCode) instanceof CreditCode.Valid(var valid)
                        && !hides("creditCode", viewer)
                ? valid
                : "";
        if (core.isEmpty() && code.isEmpty()) {
            return new Duplicates(List.of(), 0);
        }
        Map<Long, Found> found = new LinkedHashMap<>();
        find(equal(core, code), viewer).forEach(it -> found.put(it.id(), it));
        if (core.codePointCount(0, core.length()) >= SHORTEST_CORE) {
            find(SearchTokens.matches(CUSTOMER.SEARCH, core), viewer).forEach(it -> found.putIfAbsent(it.id(), it));
        }
        return rank(found.values(), core, code);
    }

    /** What a viewer may not read they cannot ask for either. */
    private static boolean hides(String field, Viewer viewer) {
        return viewer.accessTo(Customers.TYPE, field) == FieldAccess.HIDDEN;
    }

    private static Duplicates rank(Collection<Found> found, String core, String code) {
        List<Duplicates.Match> matches = found.stream()
                .filter(Found::seen)
                .map(it -> new Duplicates.Match(it.id(), it.name(), it.owner(), score(it, core, code)))
                .sorted(Comparator.comparing(Duplicates.Match::score).reversed().thenComparing(Duplicates.Match::label))
                .limit(MOST)
                .toList();
        long hidden = found.stream()
                .filter(it -> !it.seen() && score(it, core, code) >= SAME_NAME)
                .count();
        return new Duplicates(matches, (int) hidden);
    }

    private List<Found> find(Condition alike, Viewer viewer) {
        return jooq.select(
                        CUSTOMER.ID,
                        CUSTOMER.NAME,
                        hides("owner", viewer) ? val((String) null) : APP_USER.NAME,
                        CUSTOMER.NORMALIZED_NAME,
                        CUSTOMER.CREDIT_CODE,
                        field(Customers.visibleTo(viewer, CUSTOMER)))
                .from(CUSTOMER)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CUSTOMER.OWNER_ID))
                .where(CUSTOMER.ARCHIVED_AT.isNull())
                .and(alike)
                .limit(MOST_LOOKED_AT)
                .fetch(mapping(Found::new));
    }

    private static Condition equal(String core, String code) {
        Condition sameName = CUSTOMER.NORMALIZED_NAME.eq(any(val(parts(core).toArray(String[]::new))));
        return code.isEmpty() ? sameName : sameName.or(CUSTOMER.CREDIT_CODE.eq(code));
    }

    /** The name itself and all its parts of three characters or more. */
    private static Set<String> parts(String core) {
        String typed = core.substring(0, Math.min(core.length(), LONGEST_TYPED));
        Set<String> parts = new HashSet<>(core.isEmpty() ? Set.of() : Set.of(core));
        for (int from = 0; from <= typed.length() - SHORTEST_PART; from++) {
            for (int to = from + SHORTEST_PART; to <= typed.length(); to++) {
                parts.add(typed.substring(from, to));
            }
        }
        return parts;
    }

    /** 100 the same code, 95 the same name, below that by how much of the longer name the shorter one is. */
    private static int score(Found found, String core, String code) {
        if (!code.isEmpty() && code.equals(found.code())) {
            return SAME_CODE;
        }
        if (found.core().equals(core)) {
            return SAME_NAME;
        }
        int shorter = Math.min(core.length(), found.core().length());
        int longer = Math.max(core.length(), found.core().length());
        return PART_OF_NAME * shorter / longer;
    }
}
