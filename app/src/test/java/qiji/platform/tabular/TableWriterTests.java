package qiji.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// X3
class TableWriterTests {
    private static final List<Object> VALUES = Arrays.asList(
            "契机",
            12,
            9_007_199_254_740_993L,
            new BigDecimal("-1234.50"),
            true,
            LocalDate.of(2026, 11, 24),
            LocalDateTime.of(2026, 11, 24, 9, 30),
            null,
            LocalDate.of(1899, 5, 1));
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");

    @TempDir
    Path folder;

    @Test
    void writesCsvThatExcelOpensRight() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = TableWriter.csv(out, NAMES);
        writer.row(VALUES);
        writer.finish();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFa,b,c,d,e,f,g,h,i\r\n"
                        + "契机,12,9007199254740993,-1234.50,true,2026-11-24,2026-11-24 09:30:00,,1899-05-01\r\n");
    }

    @Test
    void writesWorkbooksWithRealNumbersAndDates() throws IOException {
        var path = written(NAMES, VALUES);

        assertThat(TabularFile.open(path).sample(2))
                .containsExactly(new Row(
                        2,
                        List.of(
                                "契机",
                                "12",
                                "9007199254740993",
                                "-1234.5",
                                "true",
                                "2026-11-24",
                                "2026-11-24T09:30:00",
                                "",
                                "1899-05-01")));
        try (var zip = new ZipFile(path.toFile());
                var in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("state=\"frozen\"", "t=\"n\"><v>-1234.50</v>", "<v>46350.0</v>")
                    .doesNotContain("<f>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1", "''@x"})
    void keepsTextFromBecomingAFormula(String text) throws IOException {
        assertThat(FormulaGuard.put(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.takeOff(FormulaGuard.put(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1.50", "a=1", "", "'", "'quoted'", "1-2"})
    void leavesOtherTextAlone(String text) {
        assertThat(FormulaGuard.put(text)).isEqualTo(text);
        assertThat(FormulaGuard.takeOff(text)).isEqualTo(text);
    }

    @Test
    void keepsRowsThatHoldOnlyOneEmptyCell() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = TableWriter.csv(out, List.of("a"));
        writer.row(List.of(""));
        writer.finish();

        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("a\r\n\"\"\r\n");
    }

    @Test
    void keepsCharactersThatXmlForbids() throws IOException {
        var text = " \u0001\r\n_x0041_ \uD83D\uDE00 \uD83D \uFFFF ";
        var path = written(List.of("a"), List.of(text));

        assertThat(TabularFile.open(path).sample(1).getFirst().cells()).containsExactly(text);
    }

    @Test
    void shortensTextsThatNoWorkbookHolds() throws IOException {
        var path = written(List.of("a"), List.of("字".repeat(40_000)));

        assertThat(TabularFile.open(path).sample(1).getFirst().cells().getFirst())
                .hasSize(32_767)
                .endsWith("字…");
    }

    @Test
    void refusesMoreRowsThanASheetHolds() throws IOException {
        try (var writer = TableWriter.workbook(OutputStream.nullOutputStream(), "s", List.of("a"))) {
            for (int i = 1; i < 1_048_576; i++) {
                writer.row(List.of(i));
            }
            assertThatThrownBy(() -> writer.row(List.of(0))).isInstanceOf(SheetFull.class);
        }
    }

    @Test
    void leavesAnUnfinishedWorkbookUnreadable() throws IOException {
        var path = folder.resolve("half.xlsx");
        try (var out = Files.newOutputStream(path);
                var writer = TableWriter.workbook(out, "s", List.of("a"))) {
            for (int i = 0; i < 60_000; i++) {
                writer.row(List.of("row " + i));
            }
        }

        assertThatThrownBy(() -> TabularFile.open(path)).hasMessageContaining("DAMAGED");
    }

    private Path written(List<String> header, List<?> values) throws IOException {
        var path = folder.resolve("book.xlsx");
        try (var out = Files.newOutputStream(path);
                var writer = TableWriter.workbook(out, "商机", header)) {
            writer.row(values);
            writer.finish();
        }
        return path;
    }
}
