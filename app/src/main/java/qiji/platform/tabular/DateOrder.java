package qiji.platform.tabular;

/** Which comes first in dates like 3/4/2026, where the year comes last. */
public enum DateOrder {
    UNKNOWN,
    MONTH_FIRST,
    DAY_FIRST
}
