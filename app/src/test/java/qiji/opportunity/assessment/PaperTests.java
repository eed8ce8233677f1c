package qiji.opportunity.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is printed lies on pages. [D6] */
class PaperTests {
    private static final float MARGIN = 50;

    @Test
    @DisplayName("[D6] a row taller than a page goes on on the next: a conclusion of 4,000 characters is whole")
    void losesNoText() throws IOException {
        String conclusion =
                IntStream.range(0, 500).mapToObj("第%04d条结论"::formatted).collect(Collectors.joining());
        assertThat(conclusion).hasSize(4000);
        byte[] pdf;
        try (Paper paper = new Paper("long")) {
            paper.title("评估");
            paper.table(List.of(), List.of(Arrays.asList("说明", conclusion), Arrays.asList("之后", "完")), 1, 4);
            pdf = paper.finish();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            String printed = new WithinMargins().getText(document).replaceAll("\\s", "");
            assertThat(printed).contains(conclusion).endsWith("之后完");
        }
    }

    @Test
    @DisplayName(
            "[D6] each page of a table begins with its head, and no line with a mark that closes what stands before it")
    void readsWellOnEachPage() throws IOException {
        List<List<@Nullable String>> rows = IntStream.range(0, 60)
                .mapToObj(
                        i -> Arrays.<@Nullable String>asList("1,0%02d.50".formatted(i), "客户内部意见不一，".repeat(i % 7 + 1)))
                .toList();
        byte[] pdf;
        try (Paper paper = new Paper("table")) {
            paper.table(List.of("金额", "说明"), rows, 1, 2);
            pdf = paper.finish();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper pages = new WithinMargins();
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                pages.setStartPage(page);
                pages.setEndPage(page);
                String text = pages.getText(document);
                assertThat(text.lines().findFirst().orElseThrow()).isEqualToIgnoringWhitespace("金额 说明");
                assertThat(text.lines().map(String::strip)).noneMatch(line -> line.startsWith("，"));
            }
        }
    }

    /** Leaves out what is drawn beyond the margins, as the numbers of pages are. */
    private static final class WithinMargins extends PDFTextStripper {
        @Override
        protected void processTextPosition(TextPosition text) {
            if (text.getY() >= MARGIN && text.getPageHeight() - text.getY() >= MARGIN) {
                super.processTextPosition(text);
            }
        }
    }
}
