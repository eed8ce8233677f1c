package qiji.organization.identity.password;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Hashes and compares passwords by Argon2id with OWASP's parameters: 19 MiB, 2 passes, 1 lane. [A6] */
@Component
public class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    // Each takes memory and a core: a flood of attempts must not take all of them.
    private final Semaphore atOnce = new Semaphore(2 * Runtime.getRuntime().availableProcessors());
    private final String hashOfNobody = encoder.encode(UUID.randomUUID().toString());

    /** Hashes a password that its owner may choose. Throws INVALID_FIELDS on {@code field} if it may not be. */
    public String hash(String password, String username, @Nullable String oldHash, String field) {
        Optional<Words> fault = PasswordPolicy.fault(password, username);
        if (fault.isEmpty() && oldHash != null && matches(password, oldHash)) {
            fault = Optional.of(Words.of("新密码不能与旧密码相同", "The new password must differ from the old"));
        }
        if (fault.isPresent()) {
            throw Problem.invalid(List.of(FieldFault.of(field, "weak-password", fault.orElseThrow())));
        }
        return hash(password);
    }

    /** Hashes without asking whether the password is a good one: for made-up accounts of demonstrations and tests. */
    public String hash(String password) {
        atOnce.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            atOnce.release();
        }
    }

    /** Takes as long where there is no hash, so the time tells nothing. */
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > PasswordPolicy.LONGEST) {
            return false;
        }
        atOnce.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash == null ? hashOfNobody : hash) && hash != null;
        } finally {
            atOnce.release();
        }
    }
}
