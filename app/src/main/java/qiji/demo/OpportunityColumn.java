package qiji.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of an opportunity that the demonstration fills, in the order in which they are written. */
enum OpportunityColumn {
    ID,
    VERSION,
    NUMBER,
    NAME,
    CUSTOMER_ID,
    PROCESS_ID,
    STAGE_ID,
    STAGE_ENTERED_AT,
    STATUS,
    STATUS_AT,
    OWNER_ID,
    DEPARTMENT_ID,
    RESPONSIBLE_LEADER_ID,
    DISCOVERER_ID,
    REPORTER_ID,
    REFERRER,
    KIND,
    OFFERING,
    APPROACH,
    HORIZON,
    COVERAGE,
    COOPERATION,
    INTENT,
    EXPECTED_AMOUNT,
    COMMITTED_AMOUNT,
    CUSTOMER_BUDGET,
    CONTRACT_MONTHS,
    LINE_COUNT,
    EXPECTED_SIGN_ON,
    EXPECTED_REVENUE_ON,
    OPENED_ON,
    CLOSED_ON,
    WON_AMOUNT,
    SOURCE,
    DESCRIPTION,
    NEED_KNOWN,
    NEED_EVIDENCE,
    KP_KNOWN,
    KP_EVIDENCE,
    BUDGET_KNOWN,
    BUDGET_EVIDENCE,
    VALIDITY_WAIVED_BY,
    VALIDITY_WAIVER,
    NEXT_STEP,
    NEXT_STEP_ON,
    WAKE_UP_ON,
    LOST_REASON,
    LOST_TO,
    LOSS_SUMMARY,
    LESSON,
    PREVENTION,
    INVALID_CAUSE,
    CLOSING_NOTE,
    SECRECY,
    TAGS,
    CUSTOM,
    SEARCH,
    LAST_FOLLOW_UP_AT,
    IMPORTED,
    CREATED_AT,
    CREATED_BY,
    VALID_FROM,
    CHANGED_BY,
    CHANGED_VIA,
    REASON;

    static List<String> names() {
        return Arrays.stream(values())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
