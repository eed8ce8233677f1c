package qiji.records.fixed;

/**
 * What expressions of fields go by besides their table, the viewer and the language, and which changes while the application
 * runs: limits of a rule, written into statements. A bean of the module whose fields do so.
 */
public interface Varies {
    /** As long as it equals, statements of now that were written out may be asked again. */
    Object now();
}
