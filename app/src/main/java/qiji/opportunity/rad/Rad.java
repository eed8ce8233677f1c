package qiji.opportunity.rad;

import qiji.platform.Words;
import qiji.records.HasWords;

/**
 * Where an open opportunity lies on the RAD grid: the customer's budget by the rate at which it is won. Where one band ends and
 * the next begins is said by {@link RadRule}. [D4]
 */
public enum Rad implements HasWords {
    R1("R1 持续的客户，赢率高", "R1 lasting customer, high win rate"),
    R2("R2 持续的客户，赢率中", "R2 lasting customer, medium win rate"),
    R3("R3 持续的客户，赢率低", "R3 lasting customer, low win rate"),
    A1("A1 后续可开发的客户，赢率高", "A1 customer to develop, high win rate"),
    A2("A2 后续可开发的客户，赢率中", "A2 customer to develop, medium win rate"),
    A3("A3 后续可开发的客户，赢率低", "A3 customer to develop, low win rate"),
    D1("D1 预算少，赢率高", "D1 small budget, high win rate"),
    D2("D2 预算少，赢率中", "D2 small budget, medium win rate"),
    D3("D3 预算少，赢率低", "D3 small budget, low win rate"),
    U1("未定 1：没有预算，赢率高", "Unknown 1: no budget, high win rate"),
    U2("未定 2：没有预算，赢率中", "Unknown 2: no budget, medium win rate"),
    U3("未定 3：没有预算，赢率低", "Unknown 3: no budget, low win rate");

    private final Words words;

    Rad(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
