package qiji.process;

import static db.organization.Tables.APP_USER;
import static db.process.Tables.EDITION;
import static org.jooq.Records.mapping;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.platform.Kept;
import tools.jackson.databind.json.JsonMapper;

/** The editions of processes. What one says never changes, so it is read once. */
@Repository
class ProcessEditionStore {
    private final DSLContext jooq;
    private final JsonMapper json;
    private final Clock clock;
    private final Kept<Long, List<Controls>> bodies = Kept.forGood(1000, this::read);

    ProcessEditionStore(DSLContext jooq, JsonMapper json, Clock clock) {
        this.jooq = jooq;
        this.json = json;
        this.clock = clock;
    }

    record Head(
            long id,
            long processId,
            int number,
            Instant publishedAt,
            long publishedBy,
            @Nullable String publishedByName,
            @Nullable String reason) {}

    /** Of all processes, oldest first. */
    List<Head> heads() {
        return jooq.select(
                        EDITION.ID,
                        EDITION.PROCESS_ID,
                        EDITION.NUMBER,
                        EDITION.PUBLISHED_AT,
                        EDITION.PUBLISHED_BY,
                        APP_USER.NAME,
                        EDITION.REASON)
                .from(EDITION)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(EDITION.PUBLISHED_BY))
                .orderBy(EDITION.PROCESS_ID, EDITION.NUMBER)
                .fetch(mapping(Head::new));
    }

    List<Controls> body(long id) {
        return bodies.get(id);
    }

    private List<Controls> read(long id) {
        JSONB body =
                jooq.select(EDITION.BODY).from(EDITION).where(EDITION.ID.eq(id)).fetchSingle(EDITION.BODY);
        return List.of(json.readValue(Objects.requireNonNull(body).data(), Controls[].class));
    }

    /** The caller has locked the process. */
    void insert(long processId, int number, List<Controls> body, @Nullable String reason, Viewer viewer) {
        jooq.insertInto(EDITION)
                .set(EDITION.PROCESS_ID, processId)
                .set(EDITION.NUMBER, number)
                .set(EDITION.PUBLISHED_AT, clock.instant())
                .set(EDITION.PUBLISHED_BY, viewer.userId())
                .set(EDITION.REASON, reason)
                .set(EDITION.BODY, JSONB.valueOf(json.writeValueAsString(body)))
                .execute();
    }
}
