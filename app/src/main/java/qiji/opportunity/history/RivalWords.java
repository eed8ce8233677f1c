package qiji.opportunity.history;

import static db.opportunity.Tables.RIVAL_VERSION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import qiji.opportunity.rival.Threat;
import qiji.platform.Words;

/** A version of a competitor in an opportunity, in one line: all of it, so that each change shows. [D11] */
final class RivalWords {
    private RivalWords() {}

    static String of(String competitor, Record version) {
        Threat threat = Threat.valueOf(version.get(RIVAL_VERSION.THREAT.getName(), String.class));
        List<String> said = new ArrayList<>();
        said.add(Words.of("威胁%s", "Threat: %s").with(threat.words().here()).here());
        BigDecimal price = version.get(RIVAL_VERSION.PRICE.getName(), BigDecimal.class);
        say(said, Words.of("报价 %s", "Price: %s"), price == null ? null : price.toPlainString());
        say(said, Words.of("优势：%s", "Strength: %s"), text(version, RIVAL_VERSION.STRENGTH));
        say(said, Words.of("劣势：%s", "Weakness: %s"), text(version, RIVAL_VERSION.WEAKNESS));
        say(said, Words.of("应对：%s", "Our counter: %s"), text(version, RIVAL_VERSION.COUNTER_STRATEGY));
        return competitor
                + Words.of("（%s）", " (%s)")
                        .with(String.join(Words.of("；", "; ").here(), said))
                        .here();
    }

    private static @Nullable String text(Record version, Field<String> column) {
        return version.get(column.getName(), String.class);
    }

    private static void say(List<String> said, Words words, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            said.add(words.with(value).here());
        }
    }
}
