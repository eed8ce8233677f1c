package qiji.approval;

import java.util.List;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Why somebody cannot be asked. */
final class ApprovalFaults {
    private ApprovalFaults() {}

    static Problem unknown() {
        return fault("unknown", "没有这位在职用户", "There is no such active user");
    }

    static Problem own() {
        return fault("own", "不能是申请人或负责人本人", "Nobody decides what is their own");
    }

    static Problem asked() {
        return fault("asked", "这位用户已经在审批人中", "They are asked already");
    }

    private static Problem fault(String code, String zh, String en) {
        return Problem.invalid(List.of(FieldFault.of("userId", code, Words.of(zh, en))));
    }
}
