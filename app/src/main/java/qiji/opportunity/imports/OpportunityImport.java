package qiji.opportunity.imports;

import static db.opportunity.Tables.LINE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;

import db.opportunity.tables.records.LineRecord;
import db.product.tables.records.ProductRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
import qiji.product.ProductFields;
import qiji.records.Kind;
import qiji.records.imports.CatalogueImports;
import qiji.records.imports.ImportField;
import qiji.records.imports.ImportRow;
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
    private final DSLContext jooq;

    OpportunityImport(Opportunities opportunities, PartStore parts, DSLContext jooq) {
        this.opportunities = opportunities;
        this.parts = parts;
        this.jooq = jooq;
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
    public List<FieldFault> faults(ImportRow row, Set<String> bad, Viewer viewer) {
        boolean isNew = row.recordId() == null && Collections.disjoint(bad, OpportunityFields.TYPE.keyFields());
        boolean tells = isNew && Collections.disjoint(bad, AsItWas.FIELDS);
        return tells ? opportunities.judgeLife(row.values(), viewer) : List.of();
    }

    @Override
    public long create(ObjectNode values, Viewer viewer) {
        return createAll(List.of(values), viewer).getFirst();
    }

    @Override
    public List<Long> createAll(List<ObjectNode> rows, Viewer viewer) {
        var ids = opportunities.load(
                rows.stream().map(OpportunityImport::ofCatalogue).toList(), viewer);
        var products = products(rows);
        List<LineRecord> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).hasNonNull(PRODUCT)) {
                var line = line(rows.get(i), products);
                line.setOpportunityId(ids.get(i));
                line.setPosition(0);
                lines.add(line);
            }
        }
        parts.insertLines(lines);
        return ids;
    }

    @Override
    public void update(long id, ObjectNode values, Viewer viewer) {
        opportunities.reload(id, ofCatalogue(values), viewer);
        if (values.has(PRODUCT)) {
            var before = parts.lines(id);
            boolean none = values.get(PRODUCT).isNull();
            parts.replaceLines(id, before, none ? List.of() : List.of(line(values, products(List.of(values)))));
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

    private static ObjectNode ofCatalogue(ObjectNode values) {
        var ofCatalogue = values.deepCopy();
        ofCatalogue.remove(PRODUCT);
        return ofCatalogue;
    }

    private Map<Long, ProductRecord> products(List<ObjectNode> rows) {
        return parts.products(rows.stream()
                .filter(row -> row.hasNonNull(PRODUCT))
                .map(row -> row.get(PRODUCT).asLong())
                .collect(Collectors.toSet()));
    }

    private static LineRecord line(ObjectNode values, Map<Long, ProductRecord> products) {
        var product = products.get(values.get(PRODUCT).asLong());
        if (product == null) {
            throw Problem.invalid(List.of(FieldFault.unknown(PRODUCT)));
        }
        var line = new LineRecord();
        line.setProductId(product.getId());
        line.setQuantity(BigDecimal.ONE);
        line.setPrice(Objects.requireNonNullElse(product.getListPrice(), BigDecimal.ZERO));
        line.setDiscountPercent(BigDecimal.ZERO);
        return line;
    }
}
