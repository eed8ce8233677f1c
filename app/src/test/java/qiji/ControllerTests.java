package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import qiji.access.Viewer;

/** No request writes for nobody. */
class ControllerTests {
    /** Ways in, for who is nobody yet. */
    private static final Set<String> PUBLIC = Set.of("EntryController", "SessionController");

    @Test
    void everyRequestThatWritesIsSomebodys() {
        List<String> nobodys = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("qiji").stream()
                        .filter(type -> type.getSimpleName().endsWith("Controller"))
                        .filter(type -> !PUBLIC.contains(type.getSimpleName()))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(ControllerTests::writes)
                        .filter(method -> method.getRawParameterTypes().stream()
                                .noneMatch(type ->
                                        type.isEquivalentTo(Viewer.class) || type.isAssignableTo(Authentication.class)))
                        .map(JavaMethod::getFullName)
                        .toList();
        assertThat(nobodys).isEmpty();
    }

    private static boolean writes(JavaMethod method) {
        return method.isAnnotatedWith(PostMapping.class)
                || method.isAnnotatedWith(PutMapping.class)
                || method.isAnnotatedWith(PatchMapping.class)
                || method.isAnnotatedWith(DeleteMapping.class);
    }
}
