package qiji.records;

import static db.records.Tables.SEARCH_INDEX;
import static org.jooq.impl.DSL.any;

import db.records.tables.records.SearchIndexRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UpdateSetFirstStep;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.jobs.JobKind;
import qiji.jobs.JobRun;
import qiji.jobs.Jobs;
import qiji.records.search.SearchWords;

/**
 * Fills the search columns anew after an upgrade that changed how texts are taken apart: a job in steps of some hundred
 * records that goes on where it stopped. [X1]
 */
@Component
class SearchIndexing implements JobKind {
    static final String NAME = "search-index";
    private static final int AT_ONCE = 500;
    private static final Viewer SYSTEM = Viewer.system(NAME);

    private final RecordTypes types;
    private final DSLContext jooq;
    private final Writing writing;
    private final TransactionTemplate transactions;

    SearchIndexing(RecordTypes types, DSLContext jooq, Writing writing, PlatformTransactionManager transactions) {
        this.types = types;
        this.jooq = jooq;
        this.writing = writing;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Whether some words in the database are of another version than the program. */
    boolean isBehind() {
        return searched().stream().anyMatch(type -> !isDone(type));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable Object run(JobRun job) {
        long done = 0;
        while (isBehind()) {
            done += advance();
            job.progress(done, null);
        }
        return null;
    }

    /** One step of one type that is behind, in a transaction of its own. How many records were filled. */
    int advance() {
        for (RecordType<?> type : searched()) {
            if (!isDone(type)) {
                Integer filled = transactions.execute(_ -> step(type));
                return filled == null ? 0 : filled;
            }
        }
        return 0;
    }

    private List<RecordType<?>> searched() {
        return types.all().stream().filter(type -> type.search != null).toList();
    }

    private boolean isDone(RecordType<?> type) {
        return jooq.fetchExists(
                SEARCH_INDEX,
                SEARCH_INDEX.RECORD_TYPE.eq(type.name),
                SEARCH_INDEX.VERSION.eq(SearchWords.VERSION),
                SEARCH_INDEX.COMPLETE.isTrue());
    }

    /** Who comes second waits for the first and goes on behind it. How many records were filled. */
    private <T extends Table<?>> int step(RecordType<T> type) {
        jooq.insertInto(SEARCH_INDEX)
                .set(SEARCH_INDEX.RECORD_TYPE, type.name)
                .set(SEARCH_INDEX.VERSION, SearchWords.VERSION)
                .onConflictDoNothing()
                .execute();
        SearchIndexRecord place = jooq.selectFrom(SEARCH_INDEX)
                .where(SEARCH_INDEX.RECORD_TYPE.eq(type.name))
                .forUpdate()
                .fetchSingle();
        if (place.getVersion() != SearchWords.VERSION) {
            place.setPrevious(place.getComplete() ? place.getVersion() : 0);
            place.setVersion(SearchWords.VERSION);
            place.setLastId(0L);
            place.setComplete(false);
        }
        Field<Long> id = type.id.apply(type.table);
        List<Record> rows = List.copyOf(jooq.select(texts(type))
                .from(type.table)
                .where(id.gt(place.getLastId()))
                .orderBy(id)
                .limit(AT_ONCE)
                .fetch());
        fill(
                type,
                rows.stream()
                        .filter(row -> differs(row, 1 + type.otherNames.size(), place.getPrevious()))
                        .map(row -> row.get(id))
                        .toList());
        rows.stream()
                .map(row -> row.get(type.id.apply(type.table)))
                .max(Long::compare)
                .ifPresent(place::setLastId);
        place.setComplete(rows.size() < AT_ONCE);
        place.store();
        return rows.size();
    }

    /** Its key first. */
    private static <T extends Table<?>> List<Field<?>> texts(RecordType<T> type) {
        T table = type.table;
        List<Field<?>> texts = new ArrayList<>(List.of(type.id.apply(table), type.label.apply(table)));
        type.otherNames.forEach(name -> texts.add(name.apply(table)));
        type.searchedTexts.forEach(text -> texts.add(text.apply(table)));
        return texts;
    }

    /** Behind its key a row holds so many {@code names}, then other texts. */
    private static boolean differs(Record row, int names, int previous) {
        return IntStream.rangeClosed(1, names)
                        .anyMatch(at -> SearchWords.differOfName(previous, row.get(at, String.class)))
                || IntStream.range(names + 1, row.size())
                        .anyMatch(at -> SearchWords.differ(previous, row.get(at, String.class)));
    }

    /** Read again locked, so that no newer words are overwritten by those of an older text. */
    private <T extends Table<?>> void fill(RecordType<T> type, List<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Field<Long> id = type.id.apply(type.table);
        List<Query> updates = new ArrayList<>();
        jooq.select(texts(type))
                .from(type.table)
                .where(id.eq(any(ids.toArray(Long[]::new))))
                .orderBy(id)
                .forNoKeyUpdate()
                .forEach(row ->
                        updates.add(update(type.table).set(type.searchOf(row)).where(id.eq(row.get(id)))));
        writing.by(SYSTEM);
        jooq.batch(updates).execute();
    }

    private UpdateSetFirstStep<?> update(Table<?> table) {
        return jooq.update(table);
    }

    /** Begins to index anew at the first start of a program that makes other words of the same texts. */
    @Component
    static class Upgrade implements ApplicationRunner {
        private final SearchIndexing indexing;
        private final Jobs jobs;

        Upgrade(SearchIndexing indexing, Jobs jobs) {
            this.indexing = indexing;
            this.jobs = jobs;
        }

        @Override
        public void run(ApplicationArguments arguments) {
            if (indexing.isBehind()) {
                jobs.start(NAME, null, SYSTEM);
            }
        }
    }
}
