/** What people are to know: told by any module through {@code access.Notifies}, read by those whom it concerns, live. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package qiji.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
