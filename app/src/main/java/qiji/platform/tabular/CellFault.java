package qiji.platform.tabular;

/** Why a cell's text is not the value it should be. */
public enum CellFault {
    /** Nothing is in it. */
    BLANK,
    NOT_A_NUMBER,
    /** A number with a fraction, where a whole one is needed. */
    NOT_WHOLE,
    /** Beyond what can be stored: 10¹⁶ for amounts, 64 bits for whole numbers. */
    TOO_BIG,
    NOT_A_DATE,
    /** As 3/4/2026: say whether the day or the month comes first. */
    AMBIGUOUS_DATE,
    NOT_YES_OR_NO
}
