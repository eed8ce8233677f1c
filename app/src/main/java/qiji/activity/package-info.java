/** What was done and what is to be done about a record: follow-ups and tasks. */
@ApplicationModule(allowedDependencies = {"records::about", "records::bulk"})
@NullMarked
package qiji.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
