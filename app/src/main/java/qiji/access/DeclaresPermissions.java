package qiji.access;

import java.util.List;

/** A module tells which permissions it asks for, so that roles can give them: one bean for each module. [A2] */
public interface DeclaresPermissions {
    /** Permissions that stand under one object in the order in which people should read them. */
    List<Permission> permissions();
}
