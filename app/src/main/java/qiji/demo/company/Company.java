package qiji.demo.company;

import java.util.List;

/** The company that the demonstration shows: departments, people, and its branches. */
public record Company(
        List<Department> departments, List<Staff> staff, List<Branch> branches, Staff salesOps, List<Staff> partners) {
    static final String NAME = "云启信息集团";

    /** A node of the tree, each after its parent; {@code parentId} is 0 at the root. */
    record Department(long id, long parentId, String name, String code, long leaderId, int position) {}

    public Branch branch(int index) {
        return branches.get(index % branches.size());
    }
}
