package qiji.records.views;

import static db.records.Tables.FIRST_VIEW;
import static db.records.Tables.SAVED_VIEW;
import static org.jooq.impl.DSL.any;

import db.records.tables.records.SavedViewRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Standings.Standing;
import qiji.access.Viewer;

/** Reads and writes views; who finds which is decided here, once. */
@Component
class ViewStore {
    private final DSLContext jooq;

    ViewStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** One's own, those of the teams one belongs to, and those of everybody. */
    private static Condition visibleTo(Viewer viewer, Standing standing) {
        return SAVED_VIEW
                .OWNER_ID
                .eq(viewer.userId())
                .or(SAVED_VIEW.AUDIENCE.eq(Audience.EVERYBODY.name()))
                .or(SAVED_VIEW.DEPARTMENT_ID.eq(any(array(standing.above()))));
    }

    List<SavedViewRecord> of(String type, Viewer viewer, Standing standing) {
        return jooq.selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.RECORD_TYPE.eq(type))
                .and(visibleTo(viewer, standing))
                .orderBy(SAVED_VIEW.POSITION, SAVED_VIEW.ID)
                .fetch();
    }

    Optional<SavedViewRecord> find(long id, Viewer viewer, Standing standing) {
        return jooq.selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.ID.eq(id))
                .and(visibleTo(viewer, standing))
                .fetchOptional();
    }

    Optional<SavedViewRecord> lock(long id, Viewer viewer, Standing standing) {
        return jooq.selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.ID.eq(id))
                .and(visibleTo(viewer, standing))
                .forUpdate()
                .fetchOptional();
    }

    int owned(String type, Viewer viewer) {
        return jooq.fetchCount(SAVED_VIEW, SAVED_VIEW.OWNER_ID.eq(viewer.userId()), SAVED_VIEW.RECORD_TYPE.eq(type));
    }

    SavedViewRecord fresh() {
        return jooq.newRecord(SAVED_VIEW);
    }

    /** The view that was chosen for the user, else for the first of their roles that has one. */
    Optional<Long> first(String type, Viewer viewer, Standing standing) {
        return jooq.select(FIRST_VIEW.VIEW_ID)
                .from(FIRST_VIEW)
                .where(FIRST_VIEW.RECORD_TYPE.eq(type))
                .and(FIRST_VIEW.USER_ID.eq(viewer.userId()).or(FIRST_VIEW.ROLE_ID.eq(any(array(standing.roles())))))
                .orderBy(FIRST_VIEW.USER_ID.asc().nullsLast(), FIRST_VIEW.ROLE_ID)
                .limit(1)
                .fetchOptional(FIRST_VIEW.VIEW_ID);
    }

    Map<Long, List<Long>> roles(String type) {
        return jooq.select(FIRST_VIEW.VIEW_ID, FIRST_VIEW.ROLE_ID)
                .from(FIRST_VIEW)
                .where(FIRST_VIEW.RECORD_TYPE.eq(type), FIRST_VIEW.ROLE_ID.isNotNull())
                .orderBy(FIRST_VIEW.ROLE_ID)
                .fetchGroups(FIRST_VIEW.VIEW_ID, FIRST_VIEW.ROLE_ID);
    }

    void setFirst(String type, @Nullable Long viewId, Viewer viewer) {
        jooq.deleteFrom(FIRST_VIEW)
                .where(FIRST_VIEW.RECORD_TYPE.eq(type), FIRST_VIEW.USER_ID.eq(viewer.userId()))
                .execute();
        if (viewId != null) {
            jooq.insertInto(FIRST_VIEW)
                    .set(FIRST_VIEW.RECORD_TYPE, type)
                    .set(FIRST_VIEW.VIEW_ID, viewId)
                    .set(FIRST_VIEW.USER_ID, viewer.userId())
                    .execute();
        }
    }

    /** The view becomes the first of these roles, and of no others. */
    void setRoles(SavedViewRecord view, Set<Long> roles) {
        jooq.deleteFrom(FIRST_VIEW)
                .where(FIRST_VIEW.RECORD_TYPE.eq(view.getRecordType()))
                .and(FIRST_VIEW
                        .ROLE_ID
                        .eq(any(array(roles)))
                        .or(FIRST_VIEW.VIEW_ID.eq(view.getId()).and(FIRST_VIEW.ROLE_ID.isNotNull())))
                .execute();
        for (long role : roles) {
            jooq.insertInto(FIRST_VIEW)
                    .set(FIRST_VIEW.RECORD_TYPE, view.getRecordType())
                    .set(FIRST_VIEW.VIEW_ID, view.getId())
                    .set(FIRST_VIEW.ROLE_ID, role)
                    .execute();
        }
    }

    /** Nobody else begins with a view that they no longer find. */
    void forgetOthers(SavedViewRecord view) {
        jooq.deleteFrom(FIRST_VIEW)
                .where(FIRST_VIEW.VIEW_ID.eq(view.getId()))
                .and(FIRST_VIEW.USER_ID.ne(view.getOwnerId()).or(FIRST_VIEW.ROLE_ID.isNotNull()))
                .execute();
    }

    private static Long[] array(Set<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
