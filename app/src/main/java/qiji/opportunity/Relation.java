package qiji.opportunity;

import db.opportunity.tables.records.OpportunityRecord;
import org.jspecify.annotations.Nullable;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.platform.Problem;

/**
 * How a viewer stands to an opportunity that they see. Within their scope they may command it: close it, hand it over,
 * form its team. As a working member of its team they may edit it and move it on. Else, as a reader of the team or
 * because it was shared with them, they look.
 */
public record Relation(
        Viewer viewer, boolean inScope, @Nullable MemberRole role) {
    public static Relation of(Viewer viewer, OpportunityRecord row, @Nullable MemberRole role) {
        return new Relation(viewer, isInScope(viewer, row), role);
    }

    /** As {@link Opportunities#sight} has it. */
    private static boolean isInScope(Viewer viewer, OpportunityRecord row) {
        boolean secret = Secrecy.CONFIDENTIAL.name().equals(row.getSecrecy())
                && !isOwner(viewer, row)
                && !viewer.may(OpportunityPermissions.CONFIDENTIAL);
        return !secret
                && switch (viewer.scopeOf(Opportunities.TYPE)) {
                    case Scope.Everything() -> true;
                    case Scope.Part(var departments, var owners) ->
                        row.getDepartmentId() != null && departments.contains(row.getDepartmentId())
                                || row.getOwnerId() != null && owners.contains(row.getOwnerId());
                };
    }

    public static boolean isOwner(Viewer viewer, OpportunityRecord row) {
        return Long.valueOf(viewer.userId()).equals(row.getOwnerId());
    }

    /** Whether the viewer still sees it as {@code row} would have it. */
    boolean sees(OpportunityRecord row) {
        return role != null || !inScope || isInScope(viewer, row);
    }

    public boolean mayWork(String permission) {
        return viewer.may(permission) && (inScope || role != null && role != MemberRole.READER);
    }

    public boolean mayCommand(String permission) {
        return viewer.may(permission) && inScope;
    }

    public void mustWork() {
        if (!mayWork(OpportunityPermissions.EDIT)) {
            throw Problem.forbidden(OpportunityPermissions.EDIT);
        }
    }

    public void mustCommand(String permission) {
        if (!mayCommand(permission)) {
            throw Problem.forbidden(permission);
        }
    }
}
