package qiji.records.views;

import db.records.tables.records.SavedViewRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Standings;
import qiji.access.Standings.Standing;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.RecordType;
import qiji.records.RecordTypes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Saved views. Everybody keeps their own; sharing with a team needs {@code view:share}, with everybody
 * {@code view:publish}. Each verb throws NOT_FOUND for a view that the viewer does not find among theirs, and FORBIDDEN. [X2]
 */
@Service
public class SavedViews {
    private static final int MOST = 100;

    private final ViewStore store;
    private final ListStates states;
    private final RecordTypes types;
    private final Standings standings;
    private final Writing writing;
    private final JsonMapper json;

    SavedViews(
            ViewStore store,
            ListStates states,
            RecordTypes types,
            Standings standings,
            Writing writing,
            JsonMapper json) {
        this.store = store;
        this.states = states;
        this.types = types;
        this.standings = standings;
        this.writing = writing;
        this.json = json;
    }

    /** The views of {@code type} that the viewer finds, each fitted to what they may read. */
    @Transactional(readOnly = true)
    public SavedView.Shelf of(String type, Viewer viewer) {
        RecordType<?> of = types.readable(type, viewer);
        Standing standing = standings.standing(viewer.userId());
        Map<Long, List<Long>> roles = store.roles(type);
        List<SavedView> views = store.of(type, viewer, standing).stream()
                .map(row -> told(row, of, roles.getOrDefault(row.getId(), List.of()), viewer))
                .toList();
        String first =
                store.first(type, viewer, standing).map(id -> Long.toString(id)).orElse(null);
        boolean found = views.stream().anyMatch(view -> view.id().equals(first) && view.applicable());
        return new SavedView.Shelf(views, found ? first : null);
    }

    /** Throws INVALID_FIELDS with every fault of name, audience and state. */
    @Transactional
    public long save(String type, SavedView.Draft draft, Viewer viewer) {
        RecordType<?> of = types.readable(type, viewer);
        Standing standing = standings.standing(viewer.userId());
        mustHold(of, draft, viewer, standing, store.owned(type, viewer) >= MOST);
        writing.by(viewer);
        SavedViewRecord row = store.fresh();
        row.setRecordType(type);
        row.setOwnerId(viewer.userId());
        fill(row, draft);
        row.insert();
        return row.getId();
    }

    /** Throws STALE_VERSION, INVALID_FIELDS. The new version. */
    @Transactional
    public int change(long id, int version, SavedView.Draft draft, Viewer viewer) {
        Standing standing = standings.standing(viewer.userId());
        SavedViewRecord row = changeable(id, viewer, standing);
        if (row.getVersion() != version) {
            throw Problem.stale(row.getVersion());
        }
        mustHold(types.readable(row.getRecordType(), viewer), draft, viewer, standing, false);
        writing.by(viewer);
        if (draft.audience() == Audience.ME) {
            store.forgetOthers(row);
        }
        fill(row, draft);
        row.setVersion(version + 1);
        row.update();
        return row.getVersion();
    }

    @Transactional
    public void delete(long id, Viewer viewer) {
        SavedViewRecord row = changeable(id, viewer, standings.standing(viewer.userId()));
        writing.by(viewer);
        row.delete();
    }

    /** The viewer's lists of {@code type} open with it from now on; null for what their role says, or all records. */
    @Transactional
    public void beginWith(String type, @Nullable Long id, Viewer viewer) {
        types.readable(type, viewer);
        if (id != null) {
            Optional<SavedViewRecord> view = store.find(id, viewer, standings.standing(viewer.userId()));
            if (view.filter(row -> row.getRecordType().equals(type)).isEmpty()) {
                throw Problem.notFound();
            }
        }
        writing.by(viewer);
        store.setFirst(type, id, viewer);
    }

    /** The lists of people with these roles open with it. Throws INVALID_FIELDS for a view that not everybody has, or no role. */
    @Transactional
    public void beginWith(long id, Set<Long> roles, Viewer viewer) {
        SavedViewRecord row = changeable(id, viewer, standings.standing(viewer.userId()));
        viewer.mustBeAllowed(ViewPermissions.PUBLISH);
        if (!row.getAudience().equals(Audience.EVERYBODY.name())) {
            throw Problem.invalid(List.of(FieldFault.of(
                    "audience",
                    "not-everybodys",
                    Words.of("只有所有人可见的视图才能设为角色默认", "Only a view of everybody can be that of a role"))));
        }
        if (!standings.known(roles).containsAll(roles)) {
            throw Problem.invalid(List.of(
                    FieldFault.of("roleIds", "unknown", Words.of("其中有不存在的角色", "Not all of these roles exist"))));
        }
        writing.by(viewer);
        store.setRoles(row, roles);
    }

    private SavedViewRecord changeable(long id, Viewer viewer, Standing standing) {
        SavedViewRecord row = store.lock(id, viewer, standing).orElseThrow(Problem::notFound);
        if (!mayChange(row, viewer)) {
            throw Problem.forbidden(ViewPermissions.PUBLISH);
        }
        return row;
    }

    private static boolean mayChange(SavedViewRecord row, Viewer viewer) {
        return row.getOwnerId() == viewer.userId() || viewer.may(ViewPermissions.PUBLISH);
    }

    private void mustHold(
            RecordType<?> type, SavedView.Draft draft, Viewer viewer, Standing standing, boolean tooMany) {
        switch (draft.audience()) {
            case ME -> {}
            case TEAM -> viewer.mustBeAllowed(ViewPermissions.SHARE);
            case EVERYBODY -> viewer.mustBeAllowed(ViewPermissions.PUBLISH);
        }
        List<FieldFault> faults = new ArrayList<>(states.faults(type, draft.state(), "state", viewer));
        if (draft.audience() == Audience.TEAM && draft.departmentId() == null) {
            faults.add(FieldFault.required("departmentId"));
        } else if (draft.audience() == Audience.TEAM && !standing.below().contains(draft.departmentId())) {
            faults.add(FieldFault.of(
                    "departmentId",
                    "not-yours",
                    Words.of("只能共享给自己的部门及下级部门", "Share with your own department or one below it")));
        }
        if (tooMany) {
            faults.add(FieldFault.of("name", "too-many", Words.of("视图太多，请先删除一些", "Too many views: delete some first")));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private void fill(SavedViewRecord row, SavedView.Draft draft) {
        row.setName(draft.name().strip());
        row.setAudience(draft.audience().name());
        row.setDepartmentId(draft.audience() == Audience.TEAM ? draft.departmentId() : null);
        row.setPosition(draft.position());
        row.setState(JSONB.jsonb(json.writeValueAsString(draft.state())));
    }

    private SavedView told(SavedViewRecord row, RecordType<?> type, List<Long> roles, Viewer viewer) {
        ListState state = json.readValue(row.getState().data(), ListState.class);
        Optional<ListState> fitted = states.fitted(type, state, viewer);
        return new SavedView(
                Long.toString(row.getId()),
                row.getVersion(),
                row.getRecordType(),
                row.getName(),
                Audience.valueOf(row.getAudience()),
                Long.toString(row.getOwnerId()),
                row.getDepartmentId() == null ? null : Long.toString(row.getDepartmentId()),
                row.getPosition(),
                mayChange(row, viewer),
                fitted.isPresent(),
                fitted.orElse(null),
                roles.stream().map(role -> Long.toString(role)).toList());
    }
}
