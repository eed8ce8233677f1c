package qiji.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Turns a refused row into a problem of its field. Unique constraints are named {@code <table>_<field>_unique}, so the
 * field can be told; what else the database refuses should have been found before, and is told without detail.
 */
public final class DatabaseFault {
    private static final String UNIQUE = "23505";

    /** Classes and codes of SQLSTATE: connections that broke or cannot be had, a server that stops or starts. */
    private static final Pattern AWAY = Pattern.compile("08...|57P0[1-3]|53300");

    private DatabaseFault() {}

    /** Whether a failure says only that the database is not there just now, as while it starts again. */
    public static boolean isAway(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException refused
                            && AWAY.matcher(String.valueOf(refused.getSQLState()))
                                    .matches()) {
                return true;
            }
        }
        return false;
    }

    public static Problem of(DataIntegrityViolationException violation) {
        if (violation.getMostSpecificCause() instanceof PSQLException refused) {
            ServerErrorMessage message = refused.getServerErrorMessage();
            String constraint = message == null ? null : message.getConstraint();
            String table = message == null ? null : message.getTable();
            if (UNIQUE.equals(refused.getSQLState()) && constraint != null && table != null) {
                return Problem.invalid(List.of(
                        FieldFault.of(field(constraint, table), "taken", Words.of("已被使用", "It is already taken"))));
            }
        }
        return new Problem(
                CommonProblem.MALFORMED_REQUEST,
                Words.of("数据不符合约束，没有保存", "The data break a rule of the database; nothing was saved"));
    }

    private static String field(String constraint, String table) {
        String name = constraint.startsWith(table + "_") ? constraint.substring(table.length() + 1) : constraint;
        return camelCase(name.replaceAll("_(unique|key)$", ""));
    }

    private static String camelCase(String snake) {
        StringBuilder camel = new StringBuilder();
        for (String word : snake.split("_", -1)) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
