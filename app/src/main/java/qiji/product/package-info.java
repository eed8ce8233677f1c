/** What we sell: the product catalogue. */
@ApplicationModule(allowedDependencies = {"records::imports", "records::bulk", "records::register"})
@NullMarked
package qiji.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
