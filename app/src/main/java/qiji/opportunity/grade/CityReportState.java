package qiji.opportunity.grade;

import qiji.platform.Words;
import qiji.records.HasWords;

/** How far the report to the city company has come; none where none is called for. [D3] */
public enum CityReportState implements HasWords {
    DUE("待上报", "To be reported"),
    REPORTED("已上报，待回执", "Reported, no receipt yet"),
    RECEIVED("已收到回执", "Receipt came"),
    RETURNED("被退回", "Came back");

    private final Words words;

    CityReportState(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
