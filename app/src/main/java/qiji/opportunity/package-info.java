/** Chances to sell: the pipeline, from the first meeting to won or lost. */
@ApplicationModule(
        allowedDependencies = {
            "process",
            "customer",
            "product",
            "competitor",
            "activity",
            "collaboration",
            "organization::holder",
            "organization::sharing",
            "approval",
            "records::imports",
            "records::bulk",
            "records::fixed",
            "records::lanes",
            "records::past"
        })
@NullMarked
package qiji.opportunity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
