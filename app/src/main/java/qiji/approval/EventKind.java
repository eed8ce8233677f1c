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
    GAVE_WAY("审批人成为当事人，改由他人审批", "An approver whose it is now gave way to others"),
    HELD_UP("审批人成为当事人，待其转交", "Waits to be handed on by an approver whose it is now"),
    FINISHED("审批结束", "Finished");

    private final Words words;

    EventKind(String zh, String en) {
        words = Words.of(zh, en);
    }

    Words words() {
        return words;
    }
}
