/** The words by which records are found: how texts are taken apart, asked for, and compared. Knows no database. [X1] */
@NullMarked
package qiji.records.search;

import org.jspecify.annotations.NullMarked;
