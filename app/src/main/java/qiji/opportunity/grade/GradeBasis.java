package qiji.opportunity.grade;

import qiji.platform.Words;
import qiji.records.HasWords;

/** By which contract total an opportunity is graded. [D3] */
public enum GradeBasis implements HasWords {
    BUDGET_ELSE_EXPECTED("客户预算，没有预算时按预计金额", "The customer's budget, else the expected amount"),
    EXPECTED("预计金额", "The expected amount"),
    BUDGET("客户预算", "The customer's budget"),
    MAX("客户预算与预计金额中较大的", "The larger of the customer's budget and the expected amount");

    private final Words words;

    GradeBasis(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
