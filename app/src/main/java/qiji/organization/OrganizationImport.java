package qiji.organization;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.Viewer;
import qiji.records.imports.CatalogueImports;
import qiji.records.imports.ImportField;
import qiji.records.imports.ImportTarget;
import qiji.records.imports.ImportVerbs;
import tools.jackson.databind.node.ObjectNode;

/** Departments and people out of files. Both can be made from a name that a row refers to. [X3 A1] */
@Configuration(proxyBeanMethods = false)
class OrganizationImport {
    @Bean
    ImportTarget departmentTarget(CatalogueImports catalogue, Departments departments) {
        return catalogue.target(DepartmentFields.TYPE, new ImportVerbs() {
            @Override
            public long create(ObjectNode values, Viewer viewer) {
                return departments.create(values, viewer);
            }

            @Override
            public void update(long id, ObjectNode values, Viewer viewer) {
                departments.edit(id, values, viewer);
            }

            @Override
            public void remove(long id, Viewer viewer) {
                departments.archive(id, viewer);
            }

            @Override
            public boolean canBeMadeByName() {
                return true;
            }
        });
    }

    @Bean
    ImportTarget userTarget(CatalogueImports catalogue, Users users) {
        return catalogue.target(UserFields.TYPE, new ImportVerbs() {
            @Override
            public long create(ObjectNode values, Viewer viewer) {
                return users.create(values, viewer);
            }

            @Override
            public void update(long id, ObjectNode values, Viewer viewer) {
                users.edit(id, values, viewer);
            }

            @Override
            public void remove(long id, Viewer viewer) {
                users.takeBack(id, viewer);
            }

            /** A file without user names gets some. */
            @Override
            public List<ImportField> fields(List<ImportField> ofCatalogue, Viewer viewer) {
                return ofCatalogue.stream()
                        .map(field -> field.name().equals("username") ? field.optional() : field)
                        .toList();
            }

            @Override
            public void complete(ObjectNode values, boolean creating) {
                if (creating && !values.has("username") && values.has("name")) {
                    values.put("username", users.freeUsername(values.get("name").asString()));
                }
            }

            @Override
            public boolean canBeMadeByName() {
                return true;
            }
        });
    }
}
