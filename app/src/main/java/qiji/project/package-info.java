/** What won opportunities are carried out as. */
@ApplicationModule(
        allowedDependencies = {
            "opportunity",
            "opportunity::life",
            "opportunity::plan",
            "opportunity::schedule",
            "records::past"
        })
@NullMarked
package qiji.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
