/** What a browser loads before it asks for any data: the pages, their assets, and the document of the API. */
@ApplicationModule(allowedDependencies = {"platform", "access", "records"})
@NullMarked
package qiji.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
