package qiji.approval;

import static db.organization.Tables.DEPARTMENT;

import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.approval.ApprovalPlan.Level;
import qiji.organization.holder.Holders;
import qiji.platform.Words;

/** Tells in words by which rule a level asks whom. */
@Component
class RuleWords {
    private static final Words COMPANY = Words.of("公司", "the company");

    private final DSLContext jooq;
    private final Holders holders;

    RuleWords(DSLContext jooq, Holders holders) {
        this.jooq = jooq;
        this.holders = holders;
    }

    /** Who is looked for. */
    Words who(Level level) {
        return switch (level.by()) {
            case ROLE -> {
                String code = String.valueOf(level.role());
                yield holders.roleNames().getOrDefault(code, Words.of(code, code));
            }
            case LEADER ->
                level.up() == 0
                        ? Words.of("部门负责人", "leader of the department")
                        : Words.of("上 %s 级部门负责人", "leader %s departments above").with(level.up());
            case MANAGER -> Words.of("负责人的直属上级", "owner's manager");
        };
    }

    /** Who is looked for, and where they were found. */
    Words rule(Level level, @Nullable Long departmentId) {
        return departmentId == null
                ? who(level)
                : both(Words.of("%s（%s）", "%s (%s)"), who(level), department(departmentId));
    }

    /** Names of departments are no secret. */
    Words department(@Nullable Long id) {
        String name = id == null
                ? null
                : jooq.select(DEPARTMENT.NAME)
                        .from(DEPARTMENT)
                        .where(DEPARTMENT.ID.eq(id))
                        .fetchOne(DEPARTMENT.NAME);
        return name == null ? COMPANY : Words.of(name, name);
    }

    Words both(Words text, Words... parts) {
        return Words.of(
                text.zh().formatted(Stream.of(parts).map(Words::zh).toArray()),
                text.en().formatted(Stream.of(parts).map(Words::en).toArray()));
    }

    Words both(Words text, String first, Words second) {
        return both(text, Words.of(first, first), second);
    }
}
