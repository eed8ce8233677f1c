package qiji.past;

import static db.customer.Tables.CUSTOMER;
import static db.opportunity.Tables.OPPORTUNITY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import qiji.records.SearchTokens;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was noted of a record into its row. */
final class Rows {
    private static final Set<String> OPEN = Set.of("OPEN", "DEFERRED");

    private Rows() {}

    static void writeCustomer(long id, Map<String, Object> row, DSLContext jooq) {
        Map<Field<?>, Object> values = values(Column.ofCustomers(), row);
        values.put(CUSTOMER.NAME, row.get("name"));
        values.put(CUSTOMER.NORMALIZED_NAME, row.get("name"));
        values.put(CUSTOMER.SEARCH, words(row));
        values.put(CUSTOMER.OWNER_ID, row.get("owner"));
        values.put(CUSTOMER.DEPARTMENT_ID, row.get("department"));
        values.put(CUSTOMER.PARENT_ID, row.get("parent"));
        jooq.update(CUSTOMER).set(values).where(CUSTOMER.ID.eq(id)).execute();
    }

    static void writeDeal(long id, Map<String, Object> row, DSLContext jooq) {
        boolean open = OPEN.contains(row.get("status"));
        Map<Field<?>, Object> values = values(Column.ofDeals(), row);
        values.put(OPPORTUNITY.NAME, row.get("name"));
        values.put(OPPORTUNITY.SEARCH, words(row));
        values.put(OPPORTUNITY.OWNER_ID, row.get("owner"));
        values.put(OPPORTUNITY.DEPARTMENT_ID, row.get("department"));
        values.put(OPPORTUNITY.CUSTOMER_ID, row.get("customer"));
        values.put(OPPORTUNITY.STAGE_ID, row.get("stage"));
        values.put(OPPORTUNITY.CLOSED_ON, open ? null : LocalDate.EPOCH);
        values.put(OPPORTUNITY.WAKE_UP_ON, LocalDate.EPOCH);
        values.put(OPPORTUNITY.LOST_REASON, "PRICE_TOO_HIGH");
        values.put(OPPORTUNITY.LOSS_SUMMARY, "价高");
        values.put(OPPORTUNITY.NEED_EVIDENCE, "拜访");
        values.put(OPPORTUNITY.KP_EVIDENCE, "拜访");
        values.put(OPPORTUNITY.BUDGET_EVIDENCE, "拜访");
        values.put(OPPORTUNITY.CUSTOM, custom(row));
        jooq.update(OPPORTUNITY).set(values).where(OPPORTUNITY.ID.eq(id)).execute();
    }

    private static Map<Field<?>, Object> values(List<Column> columns, Map<String, Object> row) {
        Map<Field<?>, Object> values = new HashMap<>();
        for (Column column : columns) {
            if (column.at() != null) {
                Object value = row.get(column.name());
                values.put(column.at(), value instanceof List<?> words ? words.toArray(String[]::new) : value);
            }
        }
        return values;
    }

    private static JSONB custom(Map<String, Object> row) {
        Map<String, Object> custom = new HashMap<>();
        row.forEach((name, value) -> {
            if (name.startsWith("cf_")) {
                custom.put(
                        name.substring("cf_".length()),
                        value instanceof Instant || value instanceof LocalDate ? value.toString() : value);
            }
        });
        return JSONB.jsonb(JsonMapper.shared().writeValueAsString(custom));
    }

    private static Field<Object> words(Map<String, Object> row) {
        List<String> names = List.of(String.valueOf(row.get("name")));
        return DSL.field("{0}::tsvector", Object.class, DSL.val(SearchTokens.vector(names, List.of())));
    }
}
