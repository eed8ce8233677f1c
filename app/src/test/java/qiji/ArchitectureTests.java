package qiji;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.Modulithic;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;

/** The house stands: floors, front doors, tables, the viewer in every query, sizes. */
class ArchitectureTests {
    private static final int LONGEST_FILE = 300;
    private static final int MOST_FILES = 30;
    /** Folders that grew past it before the rule was held: they may shrink, not grow. */
    private static final Map<String, Integer> LARGE_FOLDERS =
            Map.of("platform/tabular", 35, "records", 51, "records/imports", 41);

    private static final ApplicationModules MODULES = ApplicationModules.of(Application.class);
    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("qiji");

    @Test
    void modulesFormAnAcyclicHouse() {
        MODULES.verify();
    }

    @Test
    void aModuleReadsOnlyItsOwnTablesAndThoseOfModulesItStandsOn() throws ClassNotFoundException {
        for (var module : MODULES) {
            String name = module.getBasePackage().getName();
            classes()
                    .that(resideInAPackage(name + ".."))
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(readableTables(name)).or(not(resideInAPackage("db.."))))
                    .allowEmptyShould(true)
                    .check(PRODUCTION);
        }
    }

    @Test
    void controllersSpeakHttpAndNoSql() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.jooq..", "db.."))
                .allowEmptyShould(true)
                .check(PRODUCTION);
    }

    @Test
    void everyQueryTakesAViewer() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Queries")
                .and()
                .areNotPrivate()
                .should(takeAViewer())
                .allowEmptyShould(true)
                .check(PRODUCTION);
    }

    @Test
    void transactionsStandOnFrontDoors() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .or()
                .haveSimpleNameEndingWith("Queries")
                .or()
                .haveSimpleNameEndingWith("Store")
                .should()
                .beAnnotatedWith(Transactional.class)
                .allowEmptyShould(true)
                .check(PRODUCTION);
    }

    @Test
    void filesStayShort() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            List<String> tooLong = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> lines(path) > LONGEST_FILE)
                    .map(path -> path + " " + lines(path))
                    .toList();
            assertThat(tooLong).isEmpty();
        }
    }

    @Test
    void foldersStayFlatAndSmall() throws IOException {
        Path root = Path.of("src/main/java/qiji");
        try (Stream<Path> sources = Files.walk(root)) {
            Map<String, Long> files = sources.filter(path -> path.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(
                            path -> root.relativize(path.getParent()).toString(), Collectors.counting()));
            assertThat(files)
                    .allSatisfy((folder, count) -> assertThat(count)
                            .as(folder)
                            .isLessThanOrEqualTo(LARGE_FOLDERS.getOrDefault(folder, MOST_FILES)));
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ArchCondition<JavaMethod> takeAViewer() {
        return new ArchCondition<>("take a Viewer") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean takes =
                        method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Viewer.class));
                boolean made = method.getModifiers().contains(JavaModifier.SYNTHETIC);
                if (!takes && !made) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes no Viewer"));
                }
            }
        };
    }

    private static String[] readableTables(String module) throws ClassNotFoundException {
        var declaration = Class.forName(module + ".package-info").getAnnotation(ApplicationModule.class);
        var shared = Application.class.getAnnotation(Modulithic.class).sharedModules();
        // The database server in its box is a library of ours, which declares nothing.
        String[] allowed = declaration == null ? new String[0] : declaration.allowedDependencies();
        return Stream.of(new String[] {module.replace("qiji.", "")}, allowed, shared)
                .flatMap(Arrays::stream)
                .map(name -> name.replaceAll("\\s*::.*", ""))
                .map("db.%s.."::formatted)
                .toArray(String[]::new);
    }
}
