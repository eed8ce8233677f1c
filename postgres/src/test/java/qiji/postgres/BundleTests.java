package qiji.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTests {
    @TempDir
    Path folder;

    @Test
    void isUnpackedForEveryUserEvenByTwoAtOnce() throws Exception {
        var cache = folder.resolve("cache");
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<Path> unpack = () -> Bundle.unpackInto(cache);
            for (var programs : two.invokeAll(List.of(unpack, unpack))) {
                assertThat(Binaries.at(programs.get()).major()).isEqualTo(18);
            }
        }
        assertThat(Files.list(cache)).hasSize(1);
        try (var all = Files.walk(cache)) {
            assertThat(all.filter(Files::isDirectory))
                    .allSatisfy(it -> assertThat(Files.getPosixFilePermissions(it))
                            .contains(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE));
        }
    }

    @Test
    void isUnpackedAgainWhereACrashLeftAHalf() throws Exception {
        var programs = Bundle.unpackInto(folder);
        Files.delete(programs.resolve("postgres"));
        assertThat(Binaries.at(Bundle.unpackInto(folder)).major()).isEqualTo(18);
    }

    @Test
    void isNotTakenFromAFolderThatAnotherUserPrepared() throws Exception {
        assumeTrue(RunAs.isRoot(), "needs root");
        Files.setAttribute(folder, "unix:uid", 65534);
        assertThatThrownBy(() -> Bundle.unpackInto(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + " belongs to another user");
    }
}
