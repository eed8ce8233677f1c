package qiji.customer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.records.imports.CatalogueImports;
import qiji.records.imports.ImportRow;
import qiji.records.imports.ImportTarget;
import qiji.records.imports.ImportVerbs;
import tools.jackson.databind.node.ObjectNode;

/** Contacts out of files. Phone and mail address are compared whole, not as the catalogue shows them. [X3 B2] */
@Configuration(proxyBeanMethods = false)
class ContactImport {
    @Bean
    ImportTarget contactTarget(CatalogueImports catalogue, ContactFields fields, Contacts contacts) {
        return catalogue.target(fields.type(), new ImportVerbs() {
            @Override
            public long create(ObjectNode values, Viewer viewer) {
                return contacts.create(values, viewer);
            }

            @Override
            public List<FieldFault> faults(ImportRow row, Set<String> bad, Viewer viewer) {
                return ContactRules.faultsOf(text(row.values(), "phone"), text(row.values(), "email"));
            }

            @Override
            public void update(long id, ObjectNode values, Viewer viewer) {
                contacts.edit(id, values, viewer);
            }

            @Override
            public void remove(long id, Viewer viewer) {
                contacts.takeBack(id, viewer);
            }

            @Override
            public Map<Long, ObjectNode> heldBesides(Set<Long> ids) {
                return contacts.reachable(ids);
            }
        });
    }

    private static @Nullable String text(ObjectNode values, String field) {
        var value = values.path(field);
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }
}
