/** Roles: what they may do, how far they reach, which fields they hide; made and edited by administrators. [A2] */
@NullMarked
package qiji.organization.role;

import org.jspecify.annotations.NullMarked;
