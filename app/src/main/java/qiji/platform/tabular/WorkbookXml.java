package qiji.platform.tabular;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks one XML part of a workbook, element by element. Declares no entities, loads nothing from elsewhere. */
final class WorkbookXml implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();

    private final String part;
    private final InputStream in;
    private final XMLStreamReader reader;

    WorkbookXml(WorkbookZip zip, String part) throws IOException {
        this.part = part;
        this.in = zip.open(part);
        this.reader = Closing.ifRefused(in, () -> {
            try {
                return FACTORY.createXMLStreamReader(in);
            } catch (XMLStreamException e) {
                throw damaged(e);
            }
        });
    }

    private static XMLInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 65_536);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 256);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 256);
        return factory;
    }

    /** Moves to the next start or end of an element; false at the end of the part. */
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
                if (event == XMLStreamConstants.DTD) {
                    throw damaged(null);
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    boolean isStart(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    @Nullable
    String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    String required(String name) {
        var value = attribute(name);
        if (value == null) {
            throw damaged(null);
        }
        return value;
    }

    /** The id by which this element names another part. */
    @Nullable
    String relationId() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("id")
                    && !reader.getAttributeNamespace(i).isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Adds the characters of this element, which holds no others, to {@code text}; stops at its end. */
    void readText(StringBuilder text, int limit, long row) throws IOException {
        try {
            for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    throw damaged(null);
                }
                if (reader.hasText() && event != XMLStreamConstants.COMMENT) {
                    if (text.length() + reader.getTextLength() > limit) {
                        throw new UnreadableFile(
                                TabularProblem.CELL_TOO_LONG, Map.of("limit", limit, "row", row, "part", part));
                    }
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                }
            }
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    /** Leaves out all that is inside this element. */
    void skip() throws IOException {
        for (int depth = 1; depth > 0 && next(); ) {
            depth += reader.isStartElement() ? 1 : -1;
        }
    }

    UnreadableFile damaged(@Nullable Throwable cause) {
        var fault = new UnreadableFile(TabularProblem.DAMAGED, Map.of("part", part));
        if (cause != null) {
            fault.initCause(cause);
        }
        return fault;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
