package qiji.opportunity;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.val;

import db.opportunity.tables.records.OpportunityRecord;
import db.opportunity.tables.records.StageVisitRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.platform.Time;

/** Writes new opportunities: one alone, or thousands with few statements. */
@Repository
class FreshStore {
    private final DSLContext jooq;

    FreshStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Numbers them unless they say how, gives them their ids, and each the stage in which it is since it says. */
    void insert(List<OpportunityRecord> rows) {
        number(rows);
        if (rows.size() == 1) {
            insert(rows.getFirst());
        } else {
            insertAlike(rows);
        }
    }

    private void insertAlike(List<OpportunityRecord> rows) {
        rows.stream().collect(Collectors.groupingBy(FreshStore::given)).forEach(this::insertGiven);
        Map<String, Long> ids = jooq.select(OPPORTUNITY.NUMBER, OPPORTUNITY.ID)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.NUMBER.eq(
                        DSL.any(rows.stream().map(OpportunityRecord::getNumber).toArray(String[]::new))))
                .fetchMap(OPPORTUNITY.NUMBER, OPPORTUNITY.ID);
        List<StageVisitRecord> visits = new ArrayList<>();
        for (OpportunityRecord row : rows) {
            row.setId(Objects.requireNonNull(ids.get(row.getNumber())));
            visits.add(firstVisit(row));
        }
        jooq.batchInsert(visits).execute();
    }

    /** Alone it needs no second look for its id. */
    private void insert(OpportunityRecord row) {
        row.setId(jooq.insertInto(OPPORTUNITY)
                .set(row)
                .set(OpportunityFields.TYPE.searchOf(row))
                .returningResult(OPPORTUNITY.ID)
                .fetchSingle(OPPORTUNITY.ID));
        jooq.executeInsert(firstVisit(row));
    }

    private static List<Field<?>> given(OpportunityRecord row) {
        return Arrays.stream(row.fields()).filter(row::modified).toList();
    }

    /** Rows that give the same columns, with one statement that the database plans once. */
    private void insertGiven(List<Field<?>> given, List<OpportunityRecord> rows) {
        List<Field<?>> columns = new ArrayList<>(given);
        columns.add(OPPORTUNITY.SEARCH);
        List<Field<?>> places =
                new ArrayList<>(given.stream().map(column -> val(null, column)).toList());
        places.add(DSL.field("{0}::tsvector", Object.class, val((String) null)));
        BatchBindStep batch =
                jooq.batch(jooq.insertInto(OPPORTUNITY).columns(columns).values(places));
        for (OpportunityRecord row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            given.forEach(column -> values.add(row.get(column)));
            values.add(OpportunityFields.TYPE.searchVector(row));
            batch = batch.bind(values.toArray());
        }
        batch.execute();
    }

    private static StageVisitRecord firstVisit(OpportunityRecord row) {
        StageVisitRecord visit = new StageVisitRecord();
        visit.setOpportunityId(row.getId());
        visit.setStageId(row.getStageId());
        visit.setEnteredAt(row.getStageEnteredAt());
        visit.setEnteredBy(row.getCreatedBy());
        return visit;
    }

    /** {@code SJ-yyyyMM-nnnnnn} of the month; the series goes on over months, so nobody waits for anybody. */
    private void number(List<OpportunityRecord> rows) {
        List<OpportunityRecord> unnumbered =
                rows.stream().filter(row -> row.getNumber() == null).toList();
        List<Long> next = jooq.nextvals(db.opportunity.Sequences.NUMBER_SERIES, unnumbered.size());
        for (int i = 0; i < next.size(); i++) {
            OpportunityRecord row = unnumbered.get(i);
            LocalDate day = LocalDate.ofInstant(row.getCreatedAt(), Time.ZONE);
            row.setNumber("SJ-%tY%<tm-%06d".formatted(day, next.get(i)));
        }
    }
}
