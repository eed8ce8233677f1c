package qiji.records.fixed;

import static org.jooq.impl.DSL.using;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;

/**
 * A query written out as SQL once, to be asked again and again with another value of one named parameter: writing out a
 * statement of a hundred columns takes longer than the database needs to answer it.
 */
public final class FixedQuery {
    /** No SQL has it. */
    private static final String MARK = "\u0001";

    private static final Pattern PARAMETER = Pattern.compile(MARK + "\\w+");

    private final List<String> texts = new ArrayList<>();
    private final List<Param<?>> params;
    private final Field<?>[] columns;

    /** Whatever {@code query} says but for named parameters must stay as it is now. */
    public FixedQuery(Select<?> query, DSLContext jooq) {
        // Named as jOOQ counts them, which is not how it writes them where some are inlined; their order is the same.
        params = query.getParams().values().stream()
                .<Param<?>>map(param -> param)
                .filter(param -> !param.isInline())
                .toList();
        columns = query.getSelect().toArray(Field<?>[]::new);
        Settings marked = SettingsTools.clone(jooq.settings()).withRenderNamedParamPrefix(MARK);
        String sql = using(jooq.configuration().derive(marked)).renderNamedParams(query);
        Matcher parameter = PARAMETER.matcher(sql);
        int from = 0;
        while (parameter.find()) {
            texts.add(sql.substring(from, parameter.start()));
            from = parameter.end();
        }
        texts.add(sql.substring(from));
        if (texts.size() != params.size() + 1) {
            throw new IllegalStateException("A parameter stands at more than one place: " + query);
        }
    }

    /** The query with {@code value} for the parameter {@code name}. */
    public ResultQuery<Record> with(String name, Object value, DSLContext jooq) {
        QueryPart whole = CustomQueryPart.of(context -> {
            for (int i = 0; i < params.size(); i++) {
                Param<?> param = params.get(i);
                context.sql(texts.get(i));
                context.visit(name.equals(param.getParamName()) ? DSL.val(value) : param);
            }
            context.sql(texts.getLast());
        });
        return jooq.resultQuery("{0}", whole).coerce(columns);
    }
}
