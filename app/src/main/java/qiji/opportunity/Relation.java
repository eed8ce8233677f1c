package qiji.opportunity;

import org.jspecify.annotations.Nullable;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.platform.Problem;

/**
 * How a viewer stands to an opportunity that they see. Within their scope they may command it: close it, hand it over,
 * form its team. As a working member of its team they may edit it and move it on. Else, as a reader of the team or
 * because it was shared with them, they look.
 */
record Relation(Viewer viewer, boolean inScope, @Nullable MemberRole role) {
    static Relation of(Viewer viewer, @Nullable Long department, @Nullable Long owner, @Nullable MemberRole role) {
        boolean inScope = switch (viewer.scopeOf(Opportunities.TYPE)) {
            case Scope.Everything() -> true;
            case Scope.Part(var departments, var owners) ->
                department != null && departments.contains(department) || owner != null && owners.contains(owner);
        };
        return new Relation(viewer, inScope, role);
    }

    boolean mayWork(String permission) {
        return viewer.may(permission) && (inScope || role != null && role != MemberRole.READER);
    }

    boolean mayCommand(String permission) {
        return viewer.may(permission) && inScope;
    }

    void mustWork() {
        if (!mayWork(OpportunityPermissions.EDIT)) {
            throw Problem.forbidden(OpportunityPermissions.EDIT);
        }
    }

    void mustCommand(String permission) {
        if (!mayCommand(permission)) {
            throw Problem.forbidden(permission);
        }
    }
}
