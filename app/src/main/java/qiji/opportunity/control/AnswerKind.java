package qiji.opportunity.control;

import java.util.List;
import qiji.process.Stage;

/** What of a stage can be answered: work items by being done, questions by a text, indicators by a value. [S4 S17] */
public enum AnswerKind {
    WORK_ITEM,
    QUESTION,
    INDICATOR;

    List<String> given(Stage stage) {
        return switch (this) {
            case WORK_ITEM -> stage.guidance().workItems();
            case QUESTION -> stage.guidance().diagnosisQuestions();
            case INDICATOR -> stage.guidance().diagnosisIndicators();
        };
    }

    List<String> english(Stage stage) {
        return switch (this) {
            case WORK_ITEM -> stage.english().workItems();
            case QUESTION -> stage.english().diagnosisQuestions();
            case INDICATOR -> stage.english().diagnosisIndicators();
        };
    }
}
