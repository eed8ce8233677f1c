package qiji.records.imports;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.platform.Vault;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Seals what an import keeps of its file: any cell may be somebody's phone number. [B7] */
@Component
class SealedJson {
    private final Vault vault;
    private final JsonMapper json;

    SealedJson(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /** {@code what} it is opened as again, e.g. {@code cells}. */
    byte[] seal(String what, Object value) {
        return vault.seal(purpose(what), json.writeValueAsString(value));
    }

    /** Empty if there is nothing, or if the keys that sealed it are lost: imports from before stay in the list. */
    <T> Optional<T> open(String what, byte @Nullable [] sealed, TypeReference<T> type) {
        return text(what, sealed).map(text -> json.readValue(text, type));
    }

    /** See {@link #open(String, byte[], TypeReference)}. */
    <T> Optional<T> open(String what, byte @Nullable [] sealed, Class<T> type) {
        return text(what, sealed).map(text -> json.readValue(text, type));
    }

    private Optional<String> text(String what, byte @Nullable [] sealed) {
        return sealed == null ? Optional.empty() : vault.open(purpose(what), sealed);
    }

    private static String purpose(String what) {
        return "import." + what;
    }
}
