/** The companies and authorities that we sell to, and the people there. */
@ApplicationModule(
        allowedDependencies = {
            "organization::sharing",
            "records::imports",
            "records::bulk",
            "records::past",
            "records::spelling"
        })
@NullMarked
package qiji.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
