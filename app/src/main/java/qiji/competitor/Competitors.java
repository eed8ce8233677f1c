package qiji.competitor;

import static db.competitor.Tables.COMPETITOR;

import db.competitor.tables.records.CompetitorRecord;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import qiji.access.Writing;
import qiji.records.FieldReader;
import qiji.records.Records;
import qiji.records.register.Register;

/** What can be done with the register of competitors. Everyone who may see it sees all of it. [D11] */
@Component
public class Competitors extends Register<CompetitorRecord> {
    /** How companions and permissions name a competitor. */
    public static final String TYPE = "competitor";

    Competitors(DSLContext jooq, FieldReader reader, Records records, Writing writing, Clock clock) {
        super(CompetitorFields.TYPE, COMPETITOR, jooq, reader, records, writing, clock);
    }
}
