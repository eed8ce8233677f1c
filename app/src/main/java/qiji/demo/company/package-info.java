/** The company of the demonstration: its departments, branches and people, and the accounts to sign in by. */
@NullMarked
package qiji.demo.company;

import org.jspecify.annotations.NullMarked;
