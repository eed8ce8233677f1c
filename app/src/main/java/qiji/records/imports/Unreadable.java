package qiji.records.imports;

import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.platform.tabular.UnreadableFile;

/** Says to people why a file cannot be read as a table. */
final class Unreadable {
    private Unreadable() {}

    static Problem problem(UnreadableFile file) {
        var problem = new Problem(ImportProblem.UNREADABLE_FILE, words(file))
                .with("reason", file.problem().name());
        file.parameters().forEach(problem::with);
        return problem;
    }

    private static Words words(UnreadableFile file) {
        var at = file.parameters();
        return switch (file.problem()) {
            case TOO_LARGE -> Words.of("文件太大", "The file is too large");
            case TOO_MANY_ROWS ->
                Words.of("行数超过上限 %s", "It has more than %s rows").with(String.valueOf(at.get("limit")));
            case TOO_MANY_COLUMNS ->
                Words.of("列数超过上限 %s", "It has more than %s columns").with(String.valueOf(at.get("limit")));
            case CELL_TOO_LONG ->
                Words.of(
                                "第 %s 行有一个单元格太长，可能是引号没有闭合",
                                "A cell in row %s is too long: maybe a quotation mark is not closed")
                        .with(String.valueOf(at.get("row")));
            case EMPTY -> Words.of("文件里没有内容", "There is nothing in the file");
            case NOT_A_TABLE -> Words.of("这不是表格文件，请使用 CSV 或 xlsx", "This is no table: use CSV or xlsx");
            case UNDECODABLE ->
                Words.of("第 %s 行的字符无法识别，请另存为 UTF-8", "The characters in line %s cannot be read: save it as UTF-8")
                        .with(String.valueOf(at.get("line")));
            case UNCLOSED_QUOTE ->
                Words.of("第 %s 行的引号没有闭合", "The quotation mark in line %s is not closed")
                        .with(String.valueOf(at.get("line")));
            case DAMAGED -> Words.of("工作簿已损坏", "The workbook is damaged");
            case BOMB -> Words.of("工作簿展开后大得不合常理，已拒绝", "The workbook unfolds to an absurd size and was refused");
            case PASSWORD_PROTECTED -> Words.of("文件有密码，请去掉密码后再上传", "The file has a password: take it off first");
            case OLD_XLS -> Words.of("这是旧版 xls，请另存为 xlsx", "This is an old xls: save it as xlsx");
            case NO_SUCH_SHEET -> Words.of("没有这个工作表", "There is no such sheet");
        };
    }
}
