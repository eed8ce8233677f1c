package qiji.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// X3
class WorkbookFileTests {
    @TempDir
    Path folder;

    @Test
    void writesEveryKindOfValueInOneWay() throws IOException {
        var styles = """
                <styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/>\
                <numFmt numFmtId="171" formatCode="[Red]&quot;days&quot;#,##0.00_);\\d"/></numFmts>\
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/>\
                <xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="10"/></cellXfs></styleSheet>""";
        var texts = "<sst><si><t>shared</t></si><si><r><t>ru</t></r><r><t>ns</t></r><rPh><t>x</t></rPh></si></sst>";
        var path = workbook("""
                <row r="1"><c t="inlineStr"><is><t>a</t></is></c></row>\
                <row r="3"><c r="A3"><v>1.2345E3</v></c><c r="C3"><v>0.30000000000000004</v></c>\
                <c r="D3"><v>12345678901234567890</v></c><c r="E3" s="3"><v>42663</v></c></row>\
                <row><c s="1"><v>42663</v></c><c s="2"><v>42663.5</v></c><c s="1"><v>0.75</v></c>\
                <c s="4"><v>0.255</v></c><c s="1"><v>60</v></c></row>\
                <row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>\
                <c t="str"><f>A1</f><v>f_x000D_</v></c></row>""", Map.of("xl/styles.xml", styles, "xl/sharedStrings.xml", texts));

        assertThat(TabularFile.open(path).sample(9))
                .containsExactly(
                        new Row(3, List.of("1234.5", "", "0.3", "12345678901234600000", "42663")),
                        new Row(4, List.of("2016-10-20", "2016-10-20T12:00:00", "18:00:00", "25.5%", "60")),
                        new Row(5, List.of("runs", "shared", "true", "#N/A", "f\r")));
    }

    @Test
    void takesTheFirstSheetThatHoldsAnythingOrTheOneAskedFor() throws IOException {
        var path = folder.resolve("sheets.xlsx");
        try (var out = Files.newOutputStream(path);
                var book = new Workbook(out, "test", null)) {
            book.newWorksheet("empty").value(0, 0, " ");
            book.newWorksheet("hidden").setVisibilityState(VisibilityState.HIDDEN);
            book.newWorksheet("data").value(4, 1, "name");
            book.newWorksheet("more").value(0, 0, "other");
        }

        var file = (WorkbookFile) TabularFile.open(path);

        assertThat(file.sheet()).isEqualTo("data");
        assertThat(file.sheets()).containsExactly("empty", "data", "more");
        assertThat(file.columns()).containsExactly("A", "name");
        assertThat(TabularFile.open(path, "more").columns()).containsExactly("other");
        assertThatThrownBy(() -> TabularFile.open(path, "none")).hasMessageContaining("NO_SUCH_SHEET");
        assertThatThrownBy(() -> TabularFile.open(path, "empty")).hasMessageContaining("EMPTY");
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() {
        assertThat(SerialDate.at(new BigDecimal("0"), true)).hasToString("Optional[1904-01-01T00:00]");
        assertThat(SerialDate.at(new BigDecimal("59"), false)).hasToString("Optional[1900-02-28T00:00]");
        assertThat(SerialDate.at(new BigDecimal("61"), false)).hasToString("Optional[1900-03-01T00:00]");
        assertThat(SerialDate.at(new BigDecimal("2958466"), false)).isEmpty();
    }

    @Test
    void ignoresEmptyCellsHoweverFarOut() throws IOException {
        var path = workbook("<row r='1'><c r='A1'><v>1</v></c><c r='XFD1' s='1'/></row>", Map.of());

        assertThat(TabularFile.open(path).columns()).containsExactly("1");
    }

    @Test
    void refusesValuesBeyondTheLimits() throws IOException {
        var tooLong = "<row><c t='inlineStr'><is><t>" + "x".repeat(32_768) + "</t></is></c></row>";
        refuses(workbook("<row><c r='SG1'><v>1</v></c></row>", Map.of()), TabularProblem.TOO_MANY_COLUMNS);
        refuses(workbook(tooLong, Map.of()), TabularProblem.CELL_TOO_LONG);
        var three = workbook("<row><c><v>1</v></c></row>".repeat(4), Map.of());
        assertThatThrownBy(() -> TabularFile.open(three, null, Limits.STANDARD.withRows(2))
                        .countRows())
                .hasMessageContaining("TOO_MANY_ROWS");
    }

    @Test
    void refusesBrokenParts() throws IOException {
        for (var rows : List.of(
                "<row",
                "<row r='0'/>",
                "<row r='2'/><row r='2'/>",
                "<row r='2000000'/>",
                "<row r='x'/>",
                "<row><c r='ZZZZZZZZZ1'><v>1</v></c></row>",
                "<row><c r='1'><v>1</v></c></row>",
                "<row><c><v>one</v></c></row>",
                "<row><c><v>1E999999999</v></c></row>",
                "<row><c t='q'><v>1</v></c></row>",
                "<row><c t='s'><v>2000000000</v></c></row>",
                "<row><c t='s'><v>-1</v></c></row>",
                "<row><c><v>&missing;</v></c></row>",
                "<row><c><v><v/></v></c></row>")) {
            refuses(workbook(rows, Map.of("xl/sharedStrings.xml", "<sst><si/></sst>")), TabularProblem.DAMAGED);
        }
    }

    @Test
    void processesNoEntities() throws IOException {
        var dtd = "<!DOCTYPE sst [<!ENTITY a '0123456789'><!ENTITY b '&a;&a;&a;'>"
                + "<!ENTITY c SYSTEM 'file:///etc/passwd'>]><sst><si><t>%s</t></si></sst>";
        for (var reference : List.of("&b;", "&c;", "plain")) {
            var parts = Map.of("xl/sharedStrings.xml", dtd.formatted(reference));
            refuses(workbook("<row><c t='s'><v>0</v></c></row>", parts), TabularProblem.DAMAGED);
        }
    }

    @Test
    void refusesASheetThatUnfoldsToNothing() throws IOException {
        var bomb = folder.resolve("bomb");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            minimal(Map.of()).forEach((name, text) -> put(zip, name, text));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            var spaces = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                zip.write(spaces);
            }
        }

        refuses(bomb, TabularProblem.BOMB);
    }

    @Test
    void refusesByTheDirectoryBeforeUnfoldingAnything() throws IOException {
        var path = workbook("<row><c><v>1</v></c></row>".repeat(1000), Map.of());

        assertThatThrownBy(() -> TabularFile.open(path, null, Limits.STANDARD.withPartBytes(1000)))
                .hasMessageContaining("BOMB");
    }

    @Test
    void doesNotBelieveTheDirectory() throws IOException {
        var rows = "<row><c><v>1</v></c></row>".repeat(4000);
        var path = workbook(rows, Map.of());
        var bytes = Files.readAllBytes(path);
        int length = sheet(rows).length();
        for (int i = 0; i + 4 <= bytes.length; i++) {
            if (littleEndian(bytes, i) == length) {
                bytes[i] = 1;
                bytes[i + 1] = 0;
                bytes[i + 2] = 0;
            }
        }
        Files.write(path, bytes);

        assertThatThrownBy(() -> TabularFile.open(path, null, Limits.STANDARD.withPartBytes(20_000))
                        .countRows())
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        fault -> assertThat(fault.problem()).isIn(TabularProblem.BOMB, TabularProblem.DAMAGED));
    }

    @Test
    void refusesTooManyParts() throws IOException {
        var path = folder.resolve("parts");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (int i = 0; i < 10_001; i++) {
                put(zip, "xl/" + i, "");
            }
        }

        refuses(path, TabularProblem.BOMB);
    }

    @Test
    void refusesSharedTextsThatFillTheMemory() throws IOException {
        var texts = "<sst>" + "<si/>".repeat(10_000) + "</sst>";
        var path = workbook("<row><c t='s'><v>9999</v></c></row>", Map.of("xl/sharedStrings.xml", texts));

        assertThatThrownBy(() -> TabularFile.open(path, null, Limits.STANDARD.withSharedTextBytes(100_000)))
                .hasMessageContaining("TOO_LARGE");
    }

    @Test
    void saysWhatItIsInstead() throws IOException {
        var container = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + "\0".repeat(70_000);
        refuses(written(container + wide("EncryptedPackage")), TabularProblem.PASSWORD_PROTECTED);
        refuses(written(container + wide("Workbook")), TabularProblem.OLD_XLS);
        refuses(written(container + wide("WordDocument")), TabularProblem.NOT_A_TABLE);
        refuses(written("PK\u0003\u0004 and nothing more"), TabularProblem.DAMAGED);
        var other = folder.resolve("other");
        try (var zip = new ZipOutputStream(Files.newOutputStream(other))) {
            put(zip, "readme.txt", "hello");
        }
        refuses(other, TabularProblem.NOT_A_TABLE);
    }

    private static String wide(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private Path written(String bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void refuses(Path path, TabularProblem problem) {
        assertThatThrownBy(() -> TabularFile.open(path).countRows())
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        fault -> assertThat(fault.problem()).isEqualTo(problem));
    }

    private static int littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 255) | (bytes[at + 1] & 255) << 8 | (bytes[at + 2] & 255) << 16 | bytes[at + 3] << 24;
    }

    private Path workbook(String rows, Map<String, String> parts) throws IOException {
        var path = folder.resolve("book.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            minimal(parts).forEach((name, text) -> put(zip, name, text));
            put(zip, "xl/worksheets/sheet1.xml", sheet(rows));
        }
        return path;
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static Map<String, String> minimal(Map<String, String> more) {
        var type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        var relation = "<Relationship Id='%s' Type='" + type + "%s' Target='%s'/>";
        var parts = new LinkedHashMap<String, String>(more);
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("_rels/.rels", relations(relation.formatted("r1", "officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='%s'><sheets><sheet name='One' r:id='r1'/></sheets></workbook>".formatted(type));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(relation.formatted("r1", "worksheet", "worksheets/sheet1.xml")
                        + relation.formatted("r2", "styles", "/xl/styles.xml")
                        + relation.formatted("r3", "sharedStrings", "../xl/sharedStrings.xml")));
        return parts;
    }

    private static String relations(String relations) {
        return "<Relationships>" + relations + "</Relationships>";
    }

    private static void put(ZipOutputStream zip, String name, String text) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
