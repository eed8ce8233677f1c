package qiji.process;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import qiji.access.Viewer;

/** Who stands on stages tells which of them are in use: such a stage can be archived, not removed. */
public interface StageUsage {
    Set<Long> usedOf(Collection<Long> stageIds);

    /** How many under way that the viewer sees go by each edition of a process, by its id; 0 stands for the first. */
    Map<Long, Integer> underWay(long processId, Viewer viewer);
}
