package qiji.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            合同.pdf                  | 合同.pdf
            ../../etc/passwd          | passwd
            C:\\Users\\li\\报价 v2.xlsx | 报价 v2.xlsx
            /etc/passwd               | passwd
            ...hidden                 | hidden
            trailing.. .              | trailing
            'a"b;c%20<script>.txt'    | 'a"b;c%20<script>.txt'
            """)
    void keepsOnePartOfAPath(String given, String kept) {
        assertThat(FileName.of(given)).contains(kept);
    }

    @Test
    void dropsWhatCannotBeSeen() {
        assertThat(FileName.of("a\r\nSet-Cookie: x\u0000.txt")).contains("aSet-Cookie: x.txt");
        assertThat(FileName.of("invoice\u202Efdp.exe")).contains("invoicefdp.exe");
        assertThat(FileName.of("half\uD83D.txt")).contains("half.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "..", "/", "a/", "\u0000", "\u200B"})
    void refusesNamesOfNothing(String given) {
        assertThat(FileName.of(given)).isEmpty();
    }

    @Test
    void shortensButKeepsTheEnding() {
        String kept = FileName.of("🙂".repeat(400) + ".docx").orElseThrow();
        assertThat(kept).endsWith("🙂.docx");
        assertThat(kept.codePointCount(0, kept.length())).isEqualTo(255);
        assertThat(FileName.of("x".repeat(300)).orElseThrow()).hasSize(255);
    }
}
