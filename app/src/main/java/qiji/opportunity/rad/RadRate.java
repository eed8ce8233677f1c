package qiji.opportunity.rad;

import qiji.platform.Words;
import qiji.records.HasWords;

/** Which rate the RAD grid goes by. [D4] */
public enum RadRate implements HasWords {
    STAGE_PRESET("阶段预设的赢率", "preset of the stage"),
    OWNER("负责人预估的赢率，没有预估的按阶段预设", "estimate of the owner, else preset of the stage"),
    /** Of those that were in the stage and ended in the last two years, the share that was won; see {@link RadStore}. */
    LEARNED("从过去两年的输赢学得的阶段赢率，不足以学的按阶段预设", "learned from two years of each stage, else its preset");

    private final Words words;

    RadRate(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
