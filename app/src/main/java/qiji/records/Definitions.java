package qiji.records;

import static db.records.Tables.CUSTOM_FIELD;
import static db.records.Tables.DICTIONARY_ENTRY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import qiji.platform.Kept;
import qiji.platform.Words;
import qiji.records.indexes.FieldIndexStore;

/**
 * What administrators defined: custom fields and dictionary entries. Kept for less than a second, so that a change holds
 * on every node without telling them. Who changes them sees that at once; all others when it is committed, and never if
 * it is taken back, as in a dry run.
 */
@Component
class Definitions {
    private static final Duration SHORTLY = Duration.ofMillis(500);
    private static final int MANY = 10_000;

    private final DSLContext jooq;
    private final RecordTypes types;
    private final Known shared = new Known();

    /** What was read, by dictionary and by type. */
    private final class Known implements TransactionSynchronization {
        private final Kept<String, List<Choice>> entries = Kept.lasting(SHORTLY, MANY, Definitions.this::readEntries);
        private final Kept<RecordType<?>, List<FieldOf<?>>> customFields =
                Kept.lasting(SHORTLY, MANY, Definitions.this::readCustomFields);

        void forget() {
            entries.forget();
            customFields.forget();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Definitions.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Definitions.this, this);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            forget();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(Definitions.this);
            shared.forget();
        }
    }

    Definitions(DSLContext jooq, RecordTypes types) {
        this.jooq = jooq;
        this.types = types;
    }

    /** The living entries of a dictionary in their order; empty for an unknown one. */
    List<Choice> entries(String dictionary) {
        return kept().entries.get(dictionary);
    }

    @SuppressWarnings("unchecked")
    <T extends Table<?>> List<FieldOf<T>> customFields(RecordType<T> type) {
        return type.custom == null
                ? List.of()
                : (List<FieldOf<T>>) (List<?>) kept().customFields.get(type);
    }

    /** To be called after each change, within its transaction. */
    void changed() {
        if (TransactionSynchronizationManager.getResource(this) == null) {
            Known ours = new Known();
            TransactionSynchronizationManager.registerSynchronization(ours);
            TransactionSynchronizationManager.bindResource(this, ours);
        }
        kept().forget();
    }

    private Known kept() {
        return TransactionSynchronizationManager.getResource(this) instanceof Known ours ? ours : shared;
    }

    private List<Choice> readEntries(String dictionary) {
        return jooq.select(
                        DICTIONARY_ENTRY.CODE,
                        DICTIONARY_ENTRY.LABEL_ZH,
                        DICTIONARY_ENTRY.LABEL_EN,
                        DICTIONARY_ENTRY.PARENT_CODE)
                .from(DICTIONARY_ENTRY)
                .where(DICTIONARY_ENTRY.DICTIONARY_CODE.eq(dictionary))
                .and(DICTIONARY_ENTRY.ARCHIVED_AT.isNull())
                .orderBy(DICTIONARY_ENTRY.POSITION, DICTIONARY_ENTRY.CODE)
                .fetch(row -> new Choice(row.value1(), Words.of(row.value2(), row.value3()), row.value4()));
    }

    private List<FieldOf<?>> readCustomFields(RecordType<?> type) {
        List<FieldOf<?>> fields = new ArrayList<>();
        jooq.select(CUSTOM_FIELD, FieldIndexStore.present())
                .from(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.RECORD_TYPE.eq(type.name))
                .and(CUSTOM_FIELD.ARCHIVED_AT.isNull())
                .orderBy(CUSTOM_FIELD.POSITION, CUSTOM_FIELD.ID)
                .forEach(row -> fields.add(CustomField.of(type, row.value1(), row.value2(), types)));
        return List.copyOf(fields);
    }
}
