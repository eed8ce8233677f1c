package qiji.opportunity;

import static qiji.records.Fields.choice;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.text;

import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.records.OpportunityRecord;
import java.util.List;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.organization.UserFields;
import qiji.platform.FieldFault;
import qiji.platform.Words;
import qiji.records.FieldOf;
import qiji.records.FieldValues;
import qiji.records.HasWords;

/** How opportunities are told apart, and who brought them. [D1 D2] */
final class Classification {
    /** The source that names somebody. */
    private static final String REFERRAL = "REFERRAL";

    private static final String REFERRER = "referrer";

    private Classification() {}

    static List<FieldOf<OpportunityTable>> fields() {
        return List.of(
                choice("kind", "商机类型", "Kind", o -> o.KIND, OpportunityKind.class),
                choice("offering", "需求类别", "Offering", o -> o.OFFERING, Offering.class),
                choice("approach", "直接/间接", "Approach", o -> o.APPROACH, Approach.class),
                choice("horizon", "长期/短期", "Horizon", o -> o.HORIZON, Horizon.class),
                choice("coverage", "本地/全市", "Coverage", o -> o.COVERAGE, Coverage.class),
                choice("cooperation", "合作类型", "Cooperation", o -> o.COOPERATION, Cooperation.class),
                choice("intent", "采购意向", "Purchase intent", o -> o.INTENT, Intent.class),
                text(REFERRER, "推荐人", "Referred by", (OpportunityTable o) -> o.REFERRER)
                        .maxLength(100),
                reference("discoverer", "发现人", "Discoverer", o -> o.DISCOVERER_ID, () -> UserFields.TYPE),
                reference("reporter", "上报人", "Reporter", o -> o.REPORTER_ID, () -> UserFields.TYPE),
                reference("createdBy", "录入人", "Entered by", (OpportunityTable o) -> o.CREATED_BY, () -> UserFields.TYPE)
                        .readOnly()
                        .hiddenFromImport());
    }

    /** A referral names who referred; asked where the viewer says either of the two and may say both. [D2] */
    static List<FieldFault> faults(FieldValues values, OpportunityRecord row, Viewer viewer) {
        boolean asked = (values.has("source") || values.has(REFERRER))
                && viewer.accessTo(Opportunities.TYPE, REFERRER) == FieldAccess.WRITABLE;
        boolean named = row.getReferrer() != null && !row.getReferrer().isBlank();
        return asked && !named && REFERRAL.equals(row.getSource())
                ? List.of(FieldFault.of(
                        REFERRER, "required", Words.of("来源为客户推荐，请填写推荐人", "A referral: say who referred it")))
                : List.of();
    }

    /** What a demand is for. [S9] */
    enum Offering implements HasWords {
        STANDARD("标准化产品", "Standard product"),
        ICT("ICT 项目", "ICT project");

        private final Words words;

        Offering(String zh, String en) {
            this.words = Words.of(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** Whether the customer buys now, or is still to be cultivated. [S3] */
    enum Approach implements HasWords {
        DIRECT("直接商机", "Direct"),
        INDIRECT("间接商机", "Indirect");

        private final Words words;

        Approach(String zh, String en) {
            this.words = Words.of(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** How far off it is. [S3] */
    enum Horizon implements HasWords {
        SHORT_TERM("短期商机", "Short-term"),
        LONG_TERM("长期商机", "Long-term");

        private final Words words;

        Horizon(String zh, String en) {
            this.words = Words.of(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** Of one place, or of the whole city. [S18] */
    enum Coverage implements HasWords {
        LOCAL("本地商机", "Local"),
        CITY_WIDE("全市商机", "City-wide");

        private final Words words;

        Coverage(String zh, String en) {
            this.words = Words.of(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** Who we would work with. [S8] */
    enum Cooperation implements HasWords {
        CUSTOMER("客户", "Customer"),
        PARTNER("合作伙伴", "Partner"),
        PROJECT("项目", "Project");

        private final Words words;

        Cooperation(String zh, String en) {
            this.words = Words.of(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** How much the customer wants to buy. [S2] */
    enum Intent implements HasWords {
        HIGH("强烈", "High"),
        MEDIUM("一般", "Medium"),
        LOW("较弱", "Low");

        private final Words words;

        Intent(String zh, String en) {
            this.words = Words.of(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }
}
