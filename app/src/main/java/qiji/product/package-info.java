/** What we sell: the product catalogue. */
@ApplicationModule(allowedDependencies = {"records::imports"})
@NullMarked
package qiji.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
