package qiji.records.exports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.jobs.Jobs;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.records.RecordType;
import qiji.records.RecordTypes;

/** Writes lists into files as jobs, and gives the files to those who asked for them, for a day. [X3 B7] */
@Service
public class Exports {
    private final ExportStore store;
    private final ExportFiles files;
    private final Export export;
    private final RecordTypes types;
    private final Jobs jobs;
    private final Clock clock;

    Exports(ExportStore store, ExportFiles files, Export export, RecordTypes types, Jobs jobs, Clock clock) {
        this.store = store;
        this.files = files;
        this.export = export;
        this.types = types;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A file that is there. */
    public record Content(String fileName, String contentType, Path file) {}

    /** The id of the export. Throws FORBIDDEN, INVALID_FIELDS for a wish that does not fit. */
    @Transactional
    public long start(String type, Export.Format format, Export.Wish wish, Locale locale, Viewer viewer) {
        RecordType<?> of = types.readable(type, viewer);
        export.mustHold(of, wish, viewer);
        String name = wish.fileName(of, format, LocalDate.now(clock.withZone(Time.ZONE)), locale);
        long id = store.add(type, format, wish, name, viewer);
        store.startedAs(id, jobs.start(ExportWork.NAME, id, viewer));
        return id;
    }

    /** Throws NOT_FOUND, also for one of yesterday. */
    @Transactional(readOnly = true)
    public ExportRun get(long id, Viewer viewer) {
        return store.find(id, viewer).orElseThrow(Problem::notFound);
    }

    /** Throws NOT_FOUND, FORBIDDEN for who may export no longer. */
    @Transactional(readOnly = true)
    public Content content(long id, Viewer viewer) {
        ExportRun run = get(id, viewer);
        viewer.mustBeAllowed(run.type() + ":export");
        if (run.expiresAt() == null) {
            throw Problem.notFound();
        }
        Export.Format format = run.fileName().endsWith(".csv") ? Export.Format.CSV : Export.Format.XLSX;
        return new Content(run.fileName(), format.contentType(), files.find(id));
    }

    /** Throws the files away that are older than a day; several nodes may do it at once. */
    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void removeOld() {
        store.removeOld().forEach(files::delete);
    }
}
