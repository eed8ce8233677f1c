/** Which passwords may be chosen, and how they are kept: hashed. */
@NullMarked
package qiji.organization.identity.password;

import org.jspecify.annotations.NullMarked;
