package qiji.opportunity.lesson;

import static db.opportunity.Tables.LESSON;
import static db.opportunity.Tables.LESSON_MARK;
import static db.opportunity.Tables.LINE;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.RIVAL;
import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.annotation.JsonFormat;
import db.customer.Tables;
import db.customer.tables.CustomerTable;
import db.opportunity.tables.LessonMarkTable;
import db.opportunity.tables.LessonTable;
import db.opportunity.tables.LineTable;
import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.RivalTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.competitor.CompetitorPermissions;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.detail.OpportunityQueries;
import qiji.opportunity.life.OpportunityStatus;

/**
 * Lessons that are like an open opportunity. Of each mark that the two may share, the newest are looked at: of the
 * opportunity's own department, of those published, of all; so that the answer takes as long however many lessons there are.
 */
@Repository
class LessonQueries {
    /** So many of a mark are looked at in each of the three ways. */
    private static final int NEWEST = 100;

    private static final int SHOWN = 5;

    /** {@code likeBy} tells why it is shown, the weightiest first. */
    record Similar(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            String title,
            String text,
            @Nullable OpportunityStatus outcome,
            @Nullable LocalDate learntOn,
            List<Likeness> likeBy,
            List<String> likeness) {}

    private final DSLContext jooq;
    private final OpportunityQueries opportunities;
    private final FieldLabels labels;

    LessonQueries(DSLContext jooq, OpportunityQueries opportunities, FieldLabels labels) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.labels = labels;
    }

    /** The likest first, then the newest; none of one that is not open, and to who may not see lessons. Throws NOT_FOUND. */
    List<Similar> similar(long id, Viewer viewer) {
        opportunities.mustSee(id, viewer);
        List<Likeness> known = Arrays.stream(Likeness.values())
                .filter(likeness -> isKnown(likeness, viewer))
                .toList();
        if (!viewer.may(LessonPermissions.READ) || known.isEmpty() || !labels.mayRead("status", viewer)) {
            return List.of();
        }
        OpportunityTable o = OPPORTUNITY.as("opportunity");
        Table<Record2<String, String>> own = marksOf(id, known).asTable("own", "kind", "value");
        Field<String> kind = DSL.field(DSL.name("own", "kind"), String.class);
        Field<String> value = DSL.field(DSL.name("own", "value"), String.class);
        Field<Long> lesson = DSL.field(DSL.name("like", "lesson_id"), SQLDataType.BIGINT);
        LessonTable l = LESSON.as("lesson");
        return jooq.select(l.ID, l.TITLE, l.TEXT, l.OUTCOME, l.LEARNT_ON, arrayAggDistinct(kind))
                .from(o)
                .crossJoin(own)
                .crossApply(candidates(kind, value, o.DEPARTMENT_ID).asTable("like"))
                .join(l)
                .on(l.ID.eq(lesson))
                .where(o.ID.eq(id))
                .and(o.STATUS.eq(inline(OpportunityStatus.OPEN.name())))
                .and(l.OPPORTUNITY_ID.ne(o.ID)) // who reads it knows its own
                .and(LessonSight.visibleEach(viewer, l))
                .groupBy(l.ID)
                .orderBy(weight(kind).desc(), l.LEARNT_ON.desc(), l.ID.desc())
                .limit(SHOWN)
                .fetch(row -> {
                    List<Likeness> likeBy = Arrays.stream(row.value6())
                            .map(Likeness::valueOf)
                            .sorted()
                            .toList();
                    return new Similar(
                            row.value1(),
                            row.value2(),
                            row.value3(),
                            OpportunityStatus.valueOf(row.value4()),
                            labels.mayRead("closedOn", viewer) ? row.value5() : null,
                            likeBy,
                            likeBy.stream()
                                    .map(likeness -> likeness.words().here())
                                    .toList());
                });
    }

    private boolean isKnown(Likeness likeness, Viewer viewer) {
        return labels.mayRead(likeness.field, viewer)
                && switch (likeness) {
                    case COMPETITOR -> viewer.may(CompetitorPermissions.READ);
                    case INDUSTRY -> viewer.accessTo("customer", "industry") != FieldAccess.HIDDEN;
                    case PRODUCT, REASON -> true;
                };
    }

    /** What the opportunity could share with a lesson. */
    private static Select<Record2<String, String>> marksOf(long id, List<Likeness> known) {
        List<Select<Record2<String, String>>> all = new ArrayList<>();
        for (Likeness likeness : known) {
            all.add(marksOf(id, likeness));
        }
        return all.stream().reduce(Select::union).orElseThrow();
    }

    private static Select<Record2<String, String>> marksOf(long id, Likeness likeness) {
        Field<String> kind = inline(likeness.name());
        return switch (likeness) {
            case PRODUCT -> {
                LineTable line = LINE.as("own_line");
                yield select(kind, line.PRODUCT_ID.cast(String.class))
                        .from(line)
                        .where(line.OPPORTUNITY_ID.eq(id));
            }
            case COMPETITOR -> {
                RivalTable rival = RIVAL.as("own_rival");
                yield select(kind, rival.COMPETITOR_ID.cast(String.class))
                        .from(rival)
                        .where(rival.OPPORTUNITY_ID.eq(id));
            }
            case INDUSTRY -> {
                OpportunityTable o = OPPORTUNITY.as("own_opportunity");
                CustomerTable customer = Tables.CUSTOMER.as("own_customer");
                yield select(kind, customer.INDUSTRY)
                        .from(o)
                        .join(customer)
                        .on(customer.ID.eq(o.CUSTOMER_ID))
                        .where(o.ID.eq(id))
                        .and(customer.INDUSTRY.isNotNull());
            }
            case REASON -> {
                LessonTable before = LESSON.as("own_lesson");
                yield selectDistinct(kind, before.REASON)
                        .from(before)
                        .where(before.OPPORTUNITY_ID.eq(id))
                        .and(before.REASON.isNotNull());
            }
        };
    }

    private static Select<Record1<Long>> candidates(Field<String> kind, Field<String> value, Field<Long> department) {
        LessonMarkTable mark = LESSON_MARK.as("mark");
        Condition shared = mark.KIND.eq(kind).and(mark.VALUE.eq(value));
        return newest(mark, shared.and(mark.DEPARTMENT_ID.eq(department)))
                .union(newest(mark, shared.and(mark.PUBLISHED)))
                .union(newest(mark, shared));
    }

    private static Select<Record1<Long>> newest(LessonMarkTable mark, Condition which) {
        return select(mark.LESSON_ID)
                .from(mark)
                .where(which)
                .orderBy(mark.LESSON_ID.desc())
                .limit(NEWEST);
    }

    private static Field<java.math.BigDecimal> weight(Field<String> kind) {
        CaseConditionStep<Integer> weight = DSL.when(kind.isNull(), val(0));
        for (Likeness likeness : Likeness.values()) {
            weight = weight.when(kind.eq(inline(likeness.name())), inline(likeness.weight));
        }
        return sum(weight);
    }
}
