/** The command line: starts and stops the application, backs it up and restores it, lets an administrator in again. */
@ApplicationModule(allowedDependencies = {"postgres", "demo", "customer"})
@NullMarked
package qiji.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
