package qiji.approval;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.platform.Problem;

/** What can be decided, by its kind. Asked for late: who owns a subject itself stands on approvals. */
@Component
class ApprovalSubjects {
    private final ObjectProvider<ApprovalSubject> subjects;

    ApprovalSubjects(ObjectProvider<ApprovalSubject> subjects) {
        this.subjects = subjects;
    }

    Optional<ApprovalSubject> find(String kind) {
        return subjects.stream().filter(subject -> subject.kind().equals(kind)).findFirst();
    }

    /** Throws NOT_FOUND. */
    ApprovalSubject get(String kind) {
        return find(kind).orElseThrow(Problem::notFound);
    }
}
