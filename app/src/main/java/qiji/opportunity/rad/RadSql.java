package qiji.opportunity.rad;

import static db.process.Tables.STAGE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import db.opportunity.tables.OpportunityTable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.impl.CustomField;
import org.jooq.impl.SQLDataType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.rad.RadRules.Held;
import qiji.records.RecordType;
import qiji.records.past.AsOf;

/**
 * The cell of the RAD grid as SQL: never stored, so never stale. The limits are written into each statement as they hold on the
 * day that it asks about, so that the database compares numbers, as it would with limits that never change. [D4]
 */
@Configuration(proxyBeanMethods = false)
public class RadSql {
    /** The reference of an opportunity that must be read beside. */
    public static final String STAGE_FIELD = "stage";

    private static final String RULES = "qiji.rad";

    /** Which rules hold goes with the configuration of queries, as the moment does that they ask about. */
    @Bean
    DefaultConfigurationCustomizer radRulesOfQueries(ObjectProvider<RadRules> rules) {
        return configuration -> configuration.data(RULES, rules);
    }

    /** Of open ones only. */
    public static Field<String> rad(OpportunityTable o) {
        Field<String> cell =
                CustomField.of("rad", SQLDataType.VARCHAR, context -> context.visit(cell(o, held(context))));
        return when(o.STATUS.eq(inline(OpportunityStatus.OPEN.name())), cell);
    }

    private static Held held(Context<?> context) {
        return context.configuration().data(RULES) instanceof ObjectProvider<?> rules
                        && rules.getObject() instanceof RadRules known
                ? known.at(AsOf.moment(context))
                : Held.SHIPPED;
    }

    private static Field<String> cell(OpportunityTable o, Held held) {
        Field<String> cell = cell(o, held.rules().elsewhere(), held.learned());
        for (Map.Entry<RadRule, Set<Long>> other : held.rules().departments().entrySet()) {
            var within = o.DEPARTMENT_ID.in(
                    other.getValue().stream().map(id -> inline(id)).toList());
            cell = when(within, cell(o, other.getKey(), held.learned())).otherwise(cell);
        }
        return cell;
    }

    private static Field<String> cell(OpportunityTable o, RadRule rule, Map<Long, BigDecimal> learned) {
        Field<BigDecimal> preset = STAGE.as(RecordType.beside(o.getName(), STAGE_FIELD)).WIN_RATE;
        return cell(rule, o.CUSTOMER_BUDGET, rate(rule.rate(), o.OWNER_WIN_RATE, preset, o.STAGE_ID, learned));
    }

    /** Band and number. */
    static Field<String> cell(RadRule rule, Field<BigDecimal> budget, Field<BigDecimal> rate) {
        return when(budget.isNull(), inline("U"))
                .when(budget.lt(inline(rule.budget().fromA())), inline("D"))
                .when(budget.le(inline(rule.budget().upToA())), inline("A"))
                .otherwise(inline("R"))
                .concat(when(rate.lt(inline(rule.rates().from2())), inline("3"))
                        .when(rate.lt(inline(rule.rates().from1())), inline("2"))
                        .otherwise(inline("1")));
    }

    static Field<BigDecimal> rate(
            RadRate kind,
            Field<BigDecimal> owner,
            Field<BigDecimal> preset,
            Field<Long> stage,
            Map<Long, BigDecimal> learned) {
        return switch (kind) {
            case STAGE_PRESET -> preset;
            case OWNER -> coalesce(owner, preset);
            case LEARNED -> byStage(stage, learned, preset);
        };
    }

    static Field<BigDecimal> byStage(Field<Long> stage, Map<Long, BigDecimal> rates, Field<BigDecimal> otherwise) {
        Field<BigDecimal> rate = otherwise;
        for (Map.Entry<Long, BigDecimal> known : rates.entrySet()) {
            rate = when(stage.eq(inline(known.getKey())), inline(known.getValue()))
                    .otherwise(rate);
        }
        return rate;
    }
}
