package qiji.records.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** By what files with the same columns are known, in whatever order, with or without the reasons of an error file. */
final class ColumnsKey {
    private ColumnsKey() {}

    static String of(List<String> columns) {
        var names = columns.stream()
                .filter(name -> !ErrorFile.isReason(name))
                .sorted()
                .collect(Collectors.joining("\u001f"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
