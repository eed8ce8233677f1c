package qiji.records.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiji.platform.Words;
import qiji.records.Kind;
import qiji.records.imports.ImportMapping.Column;

class MappingProposalTests {
    private static final List<ImportField> FIELDS = List.of(
            field("externalId", "外部编号", "External id", false, "opportunity_id"),
            field("name", "商机名称", "Name", true),
            field("owner", "负责人", "Owner", true, "sales_agent"),
            field("customer", "客户", "Customer", false, "account"),
            field("product", "产品", "Product", false),
            field("stage", "阶段", "Stage", true, "deal_stage"),
            field("status", "状态", "Status", false, "deal_stage"),
            field("closedOn", "结束日期", "Closed on", false, "close_date"));

    @Test
    void knowsFieldsByTheWordsOfOtherSystems() {
        var mapping = MappingProposal.of(
                List.of("opportunity_id", "sales_agent", "product", "account", "deal_stage", "close_date"),
                FIELDS,
                List.of("externalId"));
        assertThat(mapping.columns())
                .extracting(Column::column, Column::field)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("opportunity_id", "externalId"),
                        org.assertj.core.groups.Tuple.tuple("sales_agent", "owner"),
                        org.assertj.core.groups.Tuple.tuple("product", "product"),
                        org.assertj.core.groups.Tuple.tuple("account", "customer"),
                        org.assertj.core.groups.Tuple.tuple("deal_stage", "stage"),
                        org.assertj.core.groups.Tuple.tuple("deal_stage", "status"),
                        org.assertj.core.groups.Tuple.tuple("close_date", "closedOn"));
        assertThat(mapping.keyField()).isEqualTo("externalId");
    }

    @Test
    void makesANameOfWhatTheRowRefersTo() {
        var mapping = MappingProposal.of(List.of("product", "account"), FIELDS, List.of());
        assertThat(mapping.fixed()).containsEntry("name", "{account} · {product}");
    }

    @Test
    void readsChineseAndNearHeaders() {
        var mapping = MappingProposal.of(List.of("商机名称", "Custmer"), FIELDS, List.of());
        assertThat(mapping.columns()).extracting(Column::field).containsExactlyInAnyOrder("name", "customer");
    }

    private static ImportField field(String name, String zh, String en, boolean required, String... synonyms) {
        return new ImportField(
                name, Words.of(zh, en), Kind.TEXT, required, null, null, null, List.of(), Set.of(synonyms));
    }
}
