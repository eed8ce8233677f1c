package qiji.process;

import java.util.Collection;
import java.util.Set;

/** Who stands on stages tells which of them are in use: such a stage can be archived, not removed. */
public interface StageUsage {
    Set<Long> usedOf(Collection<Long> stageIds);
}
