package qiji.opportunity.lesson;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** What may be done with lessons. They are written by who ends an opportunity, or reviews its ending. [A2 D12] */
@Component
public class LessonPermissions implements DeclaresPermissions {
    public static final String READ = "lesson:read";
    static final String PUBLISH = "lesson:publish";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, "查看经验教训", "See lessons"),
                Permission.of(PUBLISH, "公开经验教训", "Publish lessons"),
                Permission.of("lesson:export", "导出经验教训", "Export lessons"));
    }
}
