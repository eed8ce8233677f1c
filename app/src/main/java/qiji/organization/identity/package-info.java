/** How people and programs prove who they are: passwords, sessions, tokens, and the filter that asks for them. */
@NullMarked
package qiji.organization.identity;

import org.jspecify.annotations.NullMarked;
