package qiji.approval;

import qiji.platform.Words;

/** What the trail tells. */
enum EventKind {
    SENT("提交审批", "Sent"),
    LEVEL_OPENED("进入下一级", "Next level"),
    APPROVED("同意", "Approved"),
    REJECTED("不同意", "Rejected"),
    RETURNED("退回", "Returned"),
    WITHDRAWN("撤回", "Withdrawn"),
    TRANSFERRED("转交", "Transferred"),
    ADDED("加签", "Added an approver"),
    REMINDED("催办", "Reminded"),
    ESCALATED("逾期升级", "Overdue, escalated"),
    FINISHED("审批结束", "Finished");

    private final Words words;

    EventKind(String zh, String en) {
        words = Words.of(zh, en);
    }

    Words words() {
        return words;
    }
}
