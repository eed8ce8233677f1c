package qiji.opportunity.gate;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import db.opportunity.tables.OpportunityVersionTable;
import java.util.Arrays;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.FieldNames;

/** What the version of an opportunity that held at a move says of what it lacked. */
record GateColumns(OpportunityVersionTable version) {
    /** False where that which was asked for was there; true where it was not, or where other tables have to be asked. */
    Condition mayLack(GateCondition condition) {
        return switch (condition.kind()) {
            case FIELD -> isEmpty(condition.item());
            case VALIDITY ->
                coalesce(known(condition.item()), inline(false)).isFalse().and(version.VALIDITY_WAIVED_BY.isNull());
            case CONFIRMATION -> Confirmed.isNot(version);
            default -> trueCondition();
        };
    }

    /** By any of the columns that the name may stand for; what is no column is never filled in. */
    private Condition isEmpty(String name) {
        if (name.startsWith(FieldLabels.CUSTOM)) {
            return condition(
                    "coalesce(nullif({0} ->> {1}, '[]'), '') !~ '\\S'",
                    version.CUSTOM, val(name.substring(FieldLabels.CUSTOM.length())));
        }
        return Arrays.stream(OPPORTUNITY.fields())
                .filter(column -> FieldNames.of(column.getName()).equals(name))
                .map(column -> isEmpty(Objects.requireNonNull(version.field(column))))
                .reduce(Condition::and)
                .orElse(trueCondition());
    }

    @SuppressWarnings("unchecked")
    private static Condition isEmpty(Field<?> column) {
        if (column.getType() == String.class) {
            return coalesce(trim((Field<String>) column), inline("")).eq(inline(""));
        }
        return column.getType().isArray()
                ? coalesce(cardinality((Field<Object[]>) column), inline(0)).eq(inline(0))
                : column.isNull();
    }

    private Field<Boolean> known(String proof) {
        return switch (proof) {
            case "need" -> version.NEED_KNOWN;
            case "kp" -> version.KP_KNOWN;
            default -> version.BUDGET_KNOWN;
        };
    }
}
