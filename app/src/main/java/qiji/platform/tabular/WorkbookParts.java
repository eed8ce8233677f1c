package qiji.platform.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook consists of: the part of each visible sheet by its name, in order, and the parts with the texts and the
 * formats of cells. {@code startsIn1904} says from which day its dates count.
 */
record WorkbookParts(
        Map<String, String> sheets,
        @Nullable String sharedTexts,
        @Nullable String styles,
        boolean startsIn1904) {

    static WorkbookParts of(WorkbookZip zip) throws IOException {
        if (!zip.has("[Content_Types].xml")) {
            throw new UnreadableFile(TabularProblem.NOT_A_TABLE);
        }
        String main = null;
        for (var relation : relations(zip, "").values()) {
            if (relation.type().endsWith("/officeDocument")) {
                main = relation.part();
            }
        }
        // Word documents and binary workbooks (xlsb) are archives of the same kind.
        if (main == null || !main.endsWith(".xml") || !zip.has(main)) {
            throw new UnreadableFile(TabularProblem.NOT_A_TABLE);
        }
        return read(zip, main, relations(zip, main));
    }

    private static WorkbookParts read(WorkbookZip zip, String main, Map<String, Relation> relations)
            throws IOException {
        var sheets = new LinkedHashMap<String, String>();
        boolean startsIn1904 = false;
        boolean isWorkbook = false;
        try (var xml = new WorkbookXml(zip, main)) {
            while (xml.next()) {
                if (xml.isStart("workbook")) {
                    isWorkbook = true;
                } else if (xml.isStart("workbookPr")) {
                    startsIn1904 = isTrue(xml.attribute("date1904"));
                } else if (xml.isStart("sheet")) {
                    var name = xml.attribute("name");
                    var relation = relations.get(xml.relationId());
                    // charts and macros have tabs of their own
                    if (name != null
                            && relation != null
                            && relation.type().endsWith("/worksheet")
                            && isVisible(xml.attribute("state"))) {
                        sheets.put(name, relation.part());
                    }
                }
            }
        }
        if (!isWorkbook) {
            throw new UnreadableFile(TabularProblem.NOT_A_TABLE);
        }
        return new WorkbookParts(
                sheets, partOfType(relations, "/sharedStrings"), partOfType(relations, "/styles"), startsIn1904);
    }

    private static boolean isVisible(@Nullable String state) {
        return state == null || state.equals("visible");
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static @Nullable String partOfType(Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(relation -> relation.type().endsWith(type))
                .map(Relation::part)
                .findFirst()
                .orElse(null);
    }

    private record Relation(String type, String part) {}

    /** The parts that {@code owner} names, by id; for "" those of the whole package. */
    private static Map<String, Relation> relations(WorkbookZip zip, String owner) throws IOException {
        int slash = owner.lastIndexOf('/') + 1;
        var list = owner.substring(0, slash) + "_rels/" + owner.substring(slash) + ".rels";
        var relations = new HashMap<String, Relation>();
        if (!zip.has(list)) {
            return relations;
        }
        try (var xml = new WorkbookXml(zip, list)) {
            while (xml.next()) {
                if (xml.isStart("Relationship")) {
                    var target = resolve(owner, xml.required("Target"));
                    relations.put(xml.required("Id"), new Relation(xml.required("Type"), target));
                }
            }
        }
        return relations;
    }

    private static String resolve(String owner, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        var folder = owner.substring(0, owner.lastIndexOf('/') + 1);
        return Path.of("/" + folder + target).normalize().toString().substring(1);
    }
}
