package qiji.customer;

import java.text.Normalizer;
import java.util.Locale;

/** An e-mail address as people write it, and as it is compared: folded in width and case. */
record EmailAddress(String written) {
    String folded() {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** {@code z***@x.cn}: the first character and the domain. */
    String masked() {
        int at = written.lastIndexOf('@');
        if (at < 1) {
            return "***";
        }
        return written.substring(0, written.offsetByCodePoints(0, 1)) + "***" + written.substring(at);
    }
}
