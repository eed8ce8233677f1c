package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B7 */
class VaultTests {
    private static final String PHONE = "contact.phone";

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealedAndSealsNothingTwiceAlike() {
        byte[] sealed = vault("").seal(PHONE, "13800131234 张三 🙂");

        assertThat(vault("").open(PHONE, sealed)).contains("13800131234 张三 🙂");
        assertThat(vault("").seal(PHONE, "13800131234 张三 🙂")).isNotEqualTo(sealed);
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("1380013");
    }

    @Test
    void opensNothingThatWasAlteredOrSealedForAnotherPurpose() {
        Vault vault = vault("");
        byte[] sealed = vault.seal(PHONE, "13800131234");
        assertThat(vault.open("contact.email", sealed)).isEmpty();
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThat(vault.open(PHONE, altered)).isEmpty();
        }
        assertThat(vault.open(PHONE, new byte[0])).isEmpty();
    }

    @Test
    void hashesEqualTextEquallyAndNeverWithoutTheKey() {
        assertThat(vault("").hash(PHONE, "13800131234")).isEqualTo(vault("").hash(PHONE, "13800131234"));
        assertThat(vault("").hash(PHONE, "13800131234"))
                .isNotEqualTo(vault("").hash("contact.phone.end", "13800131234"));
        assertThat(vault("").hash(PHONE, "13800131234"))
                .isNotEqualTo(vault(VaultKeys.fresh()).hash(PHONE, "13800131234"));
    }

    @Test
    void keepsItsKeysForItsOwnerAlone() throws IOException {
        vault("").seal(PHONE, "1");

        Path file = folder.resolve("keys/contact-data.keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(file.getParent()).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void opensOldSealsAfterRotationAndSealsWithTheNewKey() {
        String old = VaultKeys.fresh().replaceAll("#.*\n", "");
        byte[] sealed = vault(old).seal(PHONE, "13800131234");
        String rotated = VaultKeys.fresh()
                        .lines()
                        .filter(line -> line.startsWith("seal="))
                        .findFirst()
                        .orElseThrow() + ";" + old.replace("\n", ";");

        assertThat(vault(rotated).open(PHONE, sealed)).contains("13800131234");
        assertThat(vault(old).open(PHONE, vault(rotated).seal(PHONE, "1"))).isEmpty();
        assertThat(vault(rotated).hash(PHONE, "1")).isEqualTo(vault(old).hash(PHONE, "1"));
    }

    @Test
    void saysWhatIsWrongWithKeys() {
        assertThatThrownBy(() -> vault("seal=AAAA;hash=AAAA").seal(PHONE, "1")).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> vault("key=1").seal(PHONE, "1")).hasMessageContaining("seal=");
        assertThatThrownBy(() -> vault("# nothing").seal(PHONE, "1")).hasMessageContaining("hash=");
    }

    private Vault vault(String keys) {
        return new Vault(new DataFolder(folder.toString()), keys);
    }
}
