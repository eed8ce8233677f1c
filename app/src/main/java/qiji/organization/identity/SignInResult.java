package qiji.organization.identity;

import java.time.Duration;

/** What came of an attempt to sign in. */
sealed interface SignInResult {
    record Opened(OpaqueToken token) implements SignInResult {}

    /** Wrong password or unknown user: nobody is told which. */
    record Refused() implements SignInResult {}

    record LockedOut(Duration remaining) implements SignInResult {}
}
