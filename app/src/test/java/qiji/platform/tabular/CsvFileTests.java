package qiji.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// X3
class CsvFileTests {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|', '~', '^', ':', '§'})
    void findsTheSeparatorByWhatCutsEveryRowAlike(char separator) throws IOException {
        var file = csv("name" + separator + "value\r\n\"Anytown, WW; a|b\tc\"" + separator + "1\r\n");

        assertThat(file.separator()).isEqualTo(separator);
        assertThat(cells(file)).containsExactly(List.of("Anytown, WW; a|b\tc", "1"));
    }

    @Test
    void takesARareSeparatorOnlyWhereNothingUsualCutsAsEvenly() throws IOException {
        assertThat(csv("from: h,to: h\n08:00,09:30\n10:00,11:30\n").separator()).isEqualTo(',');
        assertThat(csv("who, where~when\nAnna, Bern~1\nBo~2\n").separator()).isEqualTo('~');
        assertThat(csv("note: what\n").separator()).isEqualTo(',');
        assertThat(csv("note\nsee: this\nsee: that\n").columns()).containsExactly("note");
    }

    @Test
    void readsAsItIsTold() throws IOException {
        var path = Files.write(folder.resolve("file.csv"), "名稱*省,市\n契機*上海,\n".getBytes(Charset.forName("Big5")));
        var file = (CsvFile) TabularFile.open(TabularFile.Content.of(path), new CsvFile.Reading('*', "Big5"));

        assertThat(file.columns()).containsExactly("名稱", "省,市");
        assertThat(cells(file)).containsExactly(List.of("契機", "上海,"));
        assertThat(file.separator()).isEqualTo('*');
        assertThat(file.encoding()).isEqualTo("Big5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void acceptsEveryKindOfLineEnd(String end) throws IOException {
        var file = csv("a,b" + end + "1,2" + end + "3,4" + end + end + end);

        assertThat(cells(file)).containsExactly(List.of("1", "2"), List.of("3", "4"));
    }

    @Test
    void readsQuotedLineBreaksAndDoubledQuotes() throws IOException {
        var file = csv("a,b\n\"one\r\ntwo\",\"say \"\"hi\"\"\"\n5\" pipe,\"x\"y\n");

        assertThat(cells(file)).containsExactly(List.of("one\r\ntwo", "say \"hi\""), List.of("5\" pipe", "xy"));
    }

    @Test
    void numbersRowsAsASpreadsheetDoes() throws IOException {
        var file = csv("\na,b\n\"1\n1\",2\n\n3,4\n");

        assertThat(file.sample(9)).extracting(Row::number).containsExactly(3L, 5L);
    }

    @Test
    void fillsShortRowsAndKeepsWhatALongOneHolds() throws IOException {
        var file = csv("a,b\n1\n1,2,,\n1,2,3,\n,,,\n");

        assertThat(cells(file)).containsExactly(List.of("1", ""), List.of("1", "2"), List.of("1", "2", "3"));
        assertThat(file.countRows()).isEqualTo(3);
    }

    @Test
    void namesEveryColumnDifferently() throws IOException {
        assertThat(csv("name,,name, Name\t x ,name (2)\n1\n").columns())
                .containsExactly("name", "B", "name (2)", "Name x", "name (2) (2)");
        assertThat(ColumnNames.letters(25) + ColumnNames.letters(26) + ColumnNames.letters(701))
                .isEqualTo("ZAAZZ");
    }

    @Test
    void resumesBehindARow() throws IOException {
        var file = csv("a\n1\n2\n3\n");

        try (var rows = file.rowsAfter(3)) {
            assertThat(rows.next()).isEqualTo(new Row(4, List.of("3")));
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void tellsEncodingsApart() throws IOException {
        var text = "名称,省\n契机科技,上海\n";

        assertThat(csv(text, "UTF-8").encoding()).isEqualTo("UTF-8");
        assertThat(csv(text, "GBK").encoding()).isEqualTo("GB18030");
        assertThat(csv("\uFEFF" + text, "UTF-8").encoding()).isEqualTo("UTF-8");
        assertThat(csv("\uFEFF" + text, "UTF-16LE").encoding()).isEqualTo("UTF-16LE");
        assertThat(csv("\uFEFF" + text, "UTF-16BE").encoding()).isEqualTo("UTF-16BE");
        for (var encoding : List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE")) {
            var mark = encoding.startsWith("UTF") ? "\uFEFF" : "";
            assertThat(cells(csv(mark + text, encoding))).containsExactly(List.of("契机科技", "上海"));
            assertThat(csv(mark + text, encoding).columns()).containsExactly("名称", "省");
        }
    }

    @Test
    void namesTheLineThatIsNoText() throws IOException {
        var broken = "名称\n" + "这是一段完全正常的中文文字没有问题\n".repeat(3);
        var bytes = (broken + "x\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xC3;

        refuses(bytes, TabularProblem.UNDECODABLE, Map.of("line", 5L, "encoding", "UTF-8"));
        refuses(
                new byte[] {'a', '\n', (byte) 0xFF, '\n'},
                TabularProblem.UNDECODABLE,
                Map.of("line", 2L, "encoding", "GB18030"));
    }

    @Test
    void namesTheLineOfAQuoteThatIsNeverClosed() {
        refuses("a,b\n1,2\n3,\"4\n5,6\n", TabularProblem.UNCLOSED_QUOTE, Map.of("line", 3L));
    }

    @Test
    void refusesWhatIsNoTable() {
        refuses("", TabularProblem.EMPTY, Map.of());
        refuses("\n , \n", TabularProblem.EMPTY, Map.of());
        refuses("<html><table>", TabularProblem.NOT_A_TABLE, Map.of());
        refuses("%PDF-1.7\n", TabularProblem.NOT_A_TABLE, Map.of());
        refuses(new byte[] {'a', 0, 'b'}, TabularProblem.NOT_A_TABLE, Map.of("line", 1L));
    }

    @Test
    void keepsItsLimits() {
        refuses(
                "a\n" + "x".repeat(32_768),
                TabularProblem.CELL_TOO_LONG,
                Map.of("limit", 32_767, "row", 2L, "line", 2L));
        refuses("a\n" + "x,".repeat(500) + "x", TabularProblem.TOO_MANY_COLUMNS, Map.of("limit", 500, "row", 2L));
        refuses("a\n" + "x\n".repeat(1_000_001), TabularProblem.TOO_MANY_ROWS, Map.of("limit", 1_000_000));
        assertThatThrownBy(() -> {
                    var path = Files.writeString(folder.resolve("big"), "a\n1\n");
                    TabularFile.open(path, null, Limits.STANDARD.withFileBytes(3));
                })
                .hasMessageContaining("TOO_LARGE");
    }

    private void refuses(String text, TabularProblem problem, Map<String, Object> parameters) {
        refuses(text.getBytes(StandardCharsets.UTF_8), problem, parameters);
    }

    private void refuses(byte[] bytes, TabularProblem problem, Map<String, Object> parameters) {
        assertThatThrownBy(() -> TabularFile.open(Files.write(folder.resolve("file"), bytes))
                        .countRows())
                .isInstanceOfSatisfying(UnreadableFile.class, fault -> {
                    assertThat(fault.problem()).isEqualTo(problem);
                    assertThat(fault.parameters()).isEqualTo(parameters);
                });
    }

    private CsvFile csv(String text) throws IOException {
        return csv(text, "UTF-8");
    }

    private CsvFile csv(String text, String encoding) throws IOException {
        var path = Files.write(folder.resolve("file"), text.getBytes(Charset.forName(encoding)));
        return (CsvFile) TabularFile.open(path);
    }

    private static List<List<String>> cells(TabularFile file) {
        return file.sample(1000).stream().map(Row::cells).toList();
    }
}
