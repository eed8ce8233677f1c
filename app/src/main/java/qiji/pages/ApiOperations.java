package qiji.pages;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** What is alike in all requests: how they are called, who may send them, and which refusals they can meet. */
@Component
class ApiOperations implements OperationCustomizer {
    /** Sent by who is nobody yet. */
    static final Set<String> PUBLIC =
            Set.of("session.signIn", "session.signOut", "entry.isSetupNeeded", "entry.setUp", "entry.reset");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        String subject = method.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        String id = Character.toLowerCase(subject.charAt(0)) + subject.substring(1) + "."
                + method.getMethod().getName();
        operation.setOperationId(id);
        operation.setSummary(
                words(subject) + ": " + words(method.getMethod().getName()).toLowerCase(Locale.ROOT));
        operation.setTags(List.of(method.getBeanType().getPackageName().split("\\.", -1)[1]));
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(ApiParameters::describe);
        }
        boolean writes = writes(method);
        operation.setSecurity(security(PUBLIC.contains(id), writes));
        refusals(operation, !PUBLIC.contains(id), writes);
        return operation;
    }

    private static List<SecurityRequirement> security(boolean isPublic, boolean writes) {
        List<SecurityRequirement> ways = new ArrayList<>();
        SecurityRequirement page = new SecurityRequirement();
        if (!isPublic) {
            ways.add(new SecurityRequirement().addList(ApiDocument.TOKEN));
            page.addList(ApiDocument.SESSION);
        }
        if (writes) {
            page.addList(ApiDocument.CSRF);
        }
        if (!page.isEmpty()) {
            ways.add(page);
        }
        return ways;
    }

    private static void refusals(Operation operation, boolean asksWho, boolean writes) {
        List<String> statuses = new ArrayList<>(List.of("400", "404", "406", "500"));
        if (asksWho) {
            statuses.addAll(List.of("401", "403"));
        } else {
            statuses.addAll(List.of("401", "403", "429"));
        }
        if (writes) {
            statuses.addAll(List.of("409", "413", "415", "422"));
        }
        statuses.forEach(status -> operation
                .getResponses()
                .computeIfAbsent(status, _ -> new ApiResponse().$ref("#/components/responses/" + status)));
    }

    private static boolean writes(HandlerMethod method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return mapping != null && !List.of(mapping.method()).contains(RequestMethod.GET);
    }

    private static String words(String name) {
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1).toLowerCase(Locale.ROOT);
    }
}
