package qiji.opportunity.grade;

import qiji.platform.Words;
import qiji.records.HasWords;

/** Where an open opportunity lies on the RAD grid: the customer's budget by the win rate of its stage. [D4] */
public enum Rad implements HasWords {
    R1("R1 持续的客户，赢率 50% 以上", "R1 lasting customer, win rate from 50 %"),
    R2("R2 持续的客户，赢率 25–50%", "R2 lasting customer, win rate 25 to 50 %"),
    R3("R3 持续的客户，赢率低于 25%", "R3 lasting customer, win rate below 25 %"),
    A1("A1 后续可开发的客户，赢率 50% 以上", "A1 customer to develop, win rate from 50 %"),
    A2("A2 后续可开发的客户，赢率 25–50%", "A2 customer to develop, win rate 25 to 50 %"),
    A3("A3 后续可开发的客户，赢率低于 25%", "A3 customer to develop, win rate below 25 %"),
    D1("D1 预算低于 10 万，赢率 50% 以上", "D1 budget below 100,000, win rate from 50 %"),
    D2("D2 预算低于 10 万，赢率 25–50%", "D2 budget below 100,000, win rate 25 to 50 %"),
    D3("D3 预算低于 10 万，赢率低于 25%", "D3 budget below 100,000, win rate below 25 %"),
    U1("未定 1：没有预算，赢率 50% 以上", "Undetermined 1: no budget, win rate from 50 %"),
    U2("未定 2：没有预算，赢率 25–50%", "Undetermined 2: no budget, win rate 25 to 50 %"),
    U3("未定 3：没有预算，赢率低于 25%", "Undetermined 3: no budget, win rate below 25 %");

    private final Words words;

    Rad(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
