package qiji.access;

import org.jooq.Condition;
import qiji.platform.Words;

/** One way by which a record is seen, in words, and of which records it holds. [A5] */
public record Reason(Words words, Condition holds) {}
