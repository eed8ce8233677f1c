package qiji.records.imports;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** Why an import is refused. */
enum ImportProblem implements ProblemType {
    UNREADABLE_FILE(HttpStatus.UNPROCESSABLE_CONTENT, "这个文件无法作为表格读取", "This file cannot be read as a table"),
    IMPORT_BUSY(HttpStatus.CONFLICT, "这次导入正在进行", "This import is being worked on"),
    IMPORT_UNMAPPED(HttpStatus.CONFLICT, "请先指定列的对应关系", "Say first which column is which field"),
    IMPORT_FINISHED(HttpStatus.CONFLICT, "这次导入已经完成或已撤销", "This import is already done or undone"),
    NOTHING_TO_UNDO(HttpStatus.CONFLICT, "这次导入没有可撤销的内容", "This import has nothing to undo");

    private final HttpStatus status;
    private final Words title;

    ImportProblem(HttpStatus status, String zh, String en) {
        this.status = status;
        this.title = Words.of(zh, en);
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public Words title() {
        return title;
    }
}
