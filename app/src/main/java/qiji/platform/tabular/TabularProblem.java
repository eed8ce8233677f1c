package qiji.platform.tabular;

/** Why a file cannot be read as a table. The parameters that go with each are named in its comment. */
public enum TabularProblem {
    /** {@code limitBytes}: the file, or what a workbook unfolds to in memory, is larger. */
    TOO_LARGE,
    /** {@code limit}: it holds more rows than that below the header. */
    TOO_MANY_ROWS,
    /** {@code limit}, {@code row}: that row has a value right of the last column allowed. */
    TOO_MANY_COLUMNS,
    /** {@code limit}, {@code row}, and {@code line} in text files: often a quotation mark that is never closed. */
    CELL_TOO_LONG,
    /** There is no row with anything in it. */
    EMPTY,
    /** It is something else: a picture, a web page, a document, another kind of archive. */
    NOT_A_TABLE,
    /** {@code line}, {@code encoding}: bytes of that line are no text. */
    UNDECODABLE,
    /** {@code line}: the quotation mark opened there is never closed. */
    UNCLOSED_QUOTE,
    /** {@code part}: that part of the workbook is missing or broken. */
    DAMAGED,
    /** {@code part}: that part of the workbook unfolds to a size no honest workbook has. */
    BOMB,
    /** It asks for a password: take it off and save again. */
    PASSWORD_PROTECTED,
    /** A binary workbook of Excel 97–2003: save it as xlsx. */
    OLD_XLS,
    /** {@code sheet}: the workbook has no sheet of that name. */
    NO_SUCH_SHEET
}
