package qiji.notification;

import db.notification.tables.records.NoticeRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Notice;
import qiji.access.Notifies;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.organization.AccessChanged;
import qiji.platform.Problem;
import qiji.records.NamedRecords;
import qiji.records.RecordType;
import qiji.records.RecordTypes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people were told: kept with what it tells of, read by whom it was told, thrown away after half a year. */
@Component
public class Notices implements Notifies {
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int BATCH = 1000;
    private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};

    private final NoticeStore store;
    private final NoticeQueries queries;
    private final NoticeWords words;
    private final RecordTypes types;
    private final NamedRecords named;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Notices(
            NoticeStore store,
            NoticeQueries queries,
            NoticeWords words,
            RecordTypes types,
            NamedRecords named,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.queries = queries;
        this.words = words;
        this.types = types;
        this.named = named;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** It is the caller's transaction that tells: without one, there is nothing to tell of. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Notice notice) {
        if (!notice.users().isEmpty()) {
            store.call(store.insert(notice, clock.instant()));
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<Notice> notices) {
        store.insert(notices, clock.instant());
        store.call(notices.stream().flatMap(notice -> notice.users().stream()).collect(Collectors.toSet()));
    }

    /** Heard by the streams of every node once it holds. */
    @EventListener
    @Transactional
    public void accessChanged(AccessChanged changed) {
        store.callAccessChanged();
    }

    @Transactional(readOnly = true)
    public NoticePage page(@Nullable Long after, int limit, Viewer viewer) {
        List<NoticeRecord> found = queries.page(after, limit + 1, viewer);
        List<NoticeRecord> rows = found.subList(0, Math.min(limit, found.size()));
        Set<RecordRef> about =
                rows.stream().map(Notices::about).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<RecordRef, String> names = namesSeen(about, viewer);
        return new NoticePage(
                rows.stream().map(row -> row(row, names)).toList(),
                found.size() > limit ? rows.getLast().getId().toString() : null,
                queries.unread(viewer));
    }

    /** Read already is as good. Throws NOT_FOUND for another's. */
    @Transactional
    public void markRead(long id, Viewer viewer) {
        if (!store.markRead(id, clock.instant(), viewer)) {
            throw Problem.notFound();
        }
        store.call(Set.of(viewer.userId()));
    }

    /** All up to the newest that the viewer has seen: what came meanwhile stays unread. */
    @Transactional
    public void markAllRead(long newest, Viewer viewer) {
        if (store.markAllRead(newest, clock.instant(), viewer) > 0) {
            store.call(Set.of(viewer.userId()));
        }
    }

    /** In small steps, each by itself; several nodes may do it at once. */
    @Scheduled(cron = "0 10 4 * * *")
    void removeOld() {
        int removed = BATCH;
        while (removed == BATCH) {
            removed = Objects.requireNonNull(transaction.execute(
                    _ -> store.removeOlderThan(clock.instant().minus(KEPT), BATCH)));
        }
    }

    private NoticeRow row(NoticeRecord row, Map<RecordRef, String> names) {
        Map<String, String> params = json.readValue(row.getParams().data(), PARAMS);
        RecordRef about = about(row);
        String name = about == null ? null : names.get(about);
        return new NoticeRow(
                row.getId().toString(),
                row.getKind(),
                words.text(row.getKind(), params, name),
                about == null || name == null
                        ? null
                        : new NoticeRow.About(about.type(), Long.toString(about.id()), name),
                words.page(row.getKind(), params),
                row.getAt(),
                row.getReadAt() != null);
    }

    /** What those are called that the viewer may see: one query for the page. */
    private Map<RecordRef, String> namesSeen(Set<RecordRef> about, Viewer viewer) {
        Map<RecordType<?>, Set<Long>> wanted = new HashMap<>();
        types.all()
                .forEach(type -> about.stream()
                        .filter(record -> record.type().equals(type.name()))
                        .forEach(record -> wanted.computeIfAbsent(type, _ -> new HashSet<>())
                                .add(record.id())));
        Map<RecordRef, String> names = new HashMap<>();
        named.labels(wanted, viewer)
                .forEach((type, labels) -> labels.forEach((id, label) -> names.put(new RecordRef(type, id), label)));
        return names;
    }

    private static @Nullable RecordRef about(NoticeRecord row) {
        return row.getRecordType() == null ? null : new RecordRef(row.getRecordType(), row.getRecordId());
    }
}
