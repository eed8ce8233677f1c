package qiji.opportunity.imports;

import static db.opportunity.Tables.LINE;
import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;

import db.opportunity.tables.records.LineRecord;
import db.opportunity.tables.records.OpportunityRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityFields;
import qiji.opportunity.life.AsItWas;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.part.PartStore;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.process.Stages;
import qiji.product.ProductFields;
import qiji.records.FieldReader;
import qiji.records.Kind;
import qiji.records.imports.CatalogueImports;
import qiji.records.imports.ImportField;
import qiji.records.imports.ImportTarget;
import qiji.records.imports.ImportVerbs;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Opportunities out of files, with stage, status and dates as they were. Besides the fields of the catalogue a row can
 * name one product: it becomes a line of one piece at its list price. [X3]
 */
@Component
class OpportunityImport implements ImportVerbs {
    private static final String PRODUCT = "product";
    private static final String WON_AMOUNT = "wonAmount";

    private final Opportunities opportunities;
    private final PartStore parts;
    private final Stages stages;
    private final FieldReader reader;
    private final DSLContext jooq;
    private final Clock clock;

    OpportunityImport(
            Opportunities opportunities,
            PartStore parts,
            Stages stages,
            FieldReader reader,
            DSLContext jooq,
            Clock clock) {
        this.opportunities = opportunities;
        this.parts = parts;
        this.stages = stages;
        this.reader = reader;
        this.jooq = jooq;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Target {
        @Bean
        ImportTarget opportunityTarget(CatalogueImports catalogue, OpportunityImport verbs) {
            return catalogue.target(OpportunityFields.TYPE, verbs);
        }
    }

    @Override
    public List<ImportField> fields(List<ImportField> ofCatalogue, Viewer viewer) {
        List<ImportField> fields = new ArrayList<>();
        for (var field : ofCatalogue) {
            fields.add(
                    switch (field.name()) {
                        case "stage" -> field.within("process");
                        case "status" -> field.alsoCalled("deal_stage", "stage");
                        default -> field;
                    });
        }
        fields.add(new ImportField(
                PRODUCT,
                Words.of("产品", "Product"),
                Kind.REFERENCE,
                false,
                ProductFields.TYPE.name(),
                null,
                null,
                List.of(),
                Set.of()));
        return fields;
    }

    @Override
    public long create(ObjectNode values, Viewer viewer) {
        var ofCatalogue = values.deepCopy();
        ofCatalogue.remove(PRODUCT);
        long id = opportunities.load(ofCatalogue, viewer);
        if (values.has(PRODUCT)) {
            putProduct(id, values);
        }
        return id;
    }

    @Override
    public void update(long id, ObjectNode values, Viewer viewer) {
        var ofCatalogue = values.deepCopy();
        ofCatalogue.remove(PRODUCT);
        opportunities.reload(id, ofCatalogue, viewer);
        if (values.has(PRODUCT)) {
            putProduct(id, values);
        }
    }

    @Override
    public void remove(long id, Viewer viewer) {
        var lines = parts.lines(id);
        if (lines.size() == 1 && isAsLoaded(lines.getFirst())) {
            parts.replaceLines(id, lines, List.of());
        }
        opportunities.unload(id, viewer);
    }

    private static boolean isAsLoaded(LineRecord line) {
        return line.getQuantity().compareTo(BigDecimal.ONE) == 0
                && line.getDiscountPercent().signum() == 0
                && line.getNote() == null;
    }

    /** The product of the only line; none where there are several, which no row can name. */
    @Override
    public Map<Long, ObjectNode> heldBesides(Set<Long> ids) {
        Map<Long, ObjectNode> held = new HashMap<>();
        ids.forEach(id -> held.put(id, JsonNodeFactory.instance.objectNode().putNull(PRODUCT)));
        jooq.select(LINE.OPPORTUNITY_ID, min(LINE.PRODUCT_ID))
                .from(LINE)
                .where(LINE.OPPORTUNITY_ID.in(ids))
                .groupBy(LINE.OPPORTUNITY_ID)
                .having(count().eq(1))
                .forEach(row -> Objects.requireNonNull(held.get(row.value1()))
                        .put(PRODUCT, row.value2().toString()));
        return held;
    }

    /** Files give those that were not won an amount of zero. */
    @Override
    public void complete(ObjectNode values, boolean creating) {
        var status = values.get("status");
        var amount = values.get(WON_AMOUNT);
        boolean notWon = status != null && !OpportunityStatus.WON.name().equals(status.asString());
        if (notWon
                && amount != null
                && amount.isNumber()
                && amount.decimalValue().signum() == 0) {
            values.remove(WON_AMOUNT);
        }
    }

    @Override
    public List<FieldFault> check(ObjectNode values, Viewer viewer) {
        var ofCatalogue = values.deepCopy();
        ofCatalogue.remove(PRODUCT);
        var read = reader.forLoad(OpportunityFields.TYPE, ofCatalogue, viewer, true);
        OpportunityRecord row = jooq.newRecord(OPPORTUNITY);
        read.applyTo(row);
        var process =
                row.getProcessId() == null ? stages.findDefault().orElseThrow() : stages.getProcess(row.getProcessId());
        return AsItWas.complete(process, row, read, clock.instant());
    }

    private void putProduct(long id, ObjectNode values) {
        var before = parts.lines(id);
        if (values.get(PRODUCT).isNull()) {
            parts.replaceLines(id, before, List.of());
            return;
        }
        long productId = values.get(PRODUCT).asLong();
        var product = parts.products(List.of(productId)).get(productId);
        if (product == null) {
            throw Problem.invalid(List.of(FieldFault.unknown(PRODUCT)));
        }
        var line = new LineRecord();
        line.setProductId(productId);
        line.setQuantity(BigDecimal.ONE);
        line.setPrice(Objects.requireNonNullElse(product.getListPrice(), BigDecimal.ZERO));
        line.setDiscountPercent(BigDecimal.ZERO);
        parts.replaceLines(id, before, List.of(line));
    }
}
