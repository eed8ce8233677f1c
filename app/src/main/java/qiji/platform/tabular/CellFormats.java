package qiji.platform.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which styles of a workbook show a number as a date, a time or a percentage. */
final class CellFormats {
    /** How a number is shown. */
    enum Kind {
        PLAIN,
        PERCENT,
        DATE
    }

    private final List<Kind> kinds = new ArrayList<>();

    static CellFormats of(WorkbookZip zip, @Nullable String part) throws IOException {
        var formats = new CellFormats();
        if (part == null || !zip.has(part)) {
            return formats;
        }
        Map<String, String> codes = new HashMap<>();
        boolean inCellFormats = false;
        try (var xml = new WorkbookXml(zip, part)) {
            while (xml.next()) {
                if (xml.isStart("numFmt")) {
                    codes.put(xml.required("numFmtId"), xml.required("formatCode"));
                } else if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
                    inCellFormats = xml.isStart("cellXfs");
                } else if (inCellFormats && xml.isStart("xf")) {
                    var id = xml.attribute("numFmtId");
                    formats.kinds.add(kind(id == null ? "0" : id, codes.get(id)));
                }
            }
        }
        return formats;
    }

    Kind kind(@Nullable String style) {
        if (style == null) {
            return Kind.PLAIN;
        }
        try {
            int index = Integer.parseInt(style);
            return index >= 0 && index < kinds.size() ? kinds.get(index) : Kind.PLAIN;
        } catch (NumberFormatException e) {
            return Kind.PLAIN;
        }
    }

    /** Formats without a code are built in: ECMA-376 part 1, 18.8.30, with those of the Chinese editions. */
    static Kind kind(String id, @Nullable String code) {
        if (code != null) {
            return kindOfCode(code);
        }
        return switch (id) {
            case "9", "10" -> Kind.PERCENT;
            case "14", "15", "16", "17", "18", "19", "20", "21", "22", "45", "47" -> Kind.DATE;
            case "27", "28", "29", "30", "31", "32", "33", "34", "35", "36" -> Kind.DATE;
            case "50", "51", "52", "53", "54", "55", "56", "57", "58" -> Kind.DATE;
            default -> Kind.PLAIN;
        };
    }

    private static Kind kindOfCode(String code) {
        var bare = code.split(";", 2)[0]
                .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].", "")
                .toLowerCase(Locale.ROOT);
        if (bare.contains("general")) {
            return Kind.PLAIN;
        }
        if (bare.contains("%")) {
            return Kind.PERCENT;
        }
        return bare.matches("(?s).*[ymdhs].*|.*aaa.*") ? Kind.DATE : Kind.PLAIN;
    }
}
