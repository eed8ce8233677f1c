package qiji.pages;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;

/** What the parameters mean that many requests have; their limits are those of the code that reads them. */
final class ApiParameters {
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("id", "Id of the record"),
            Map.entry("type", "Type of the records"),
            Map.entry("fields", "Names of fields, separated by commas; `customer.industry` follows a reference"),
            Map.entry(
                    "filter",
                    "JSON: `{\"field\",\"op\",\"value\"}`, or `{\"and\":[…]}`, `{\"or\":[…]}`, `{\"not\":…}` of such;"
                            + " at most 100 of them. `op` is is, isNot, in, gt, gte, lt, lte, between, contains,"
                            + " startsWith, empty, notEmpty, relative or me"),
            Map.entry("movement", "What happened to them"),
            Map.entry("itemId", "Id of the item"),
            Map.entry("stageId", "Id of the stage"),
            Map.entry("fileId", "Id of the file"),
            Map.entry("waiverId", "Id of the waiver"),
            Map.entry("number", "Number of the edition"),
            Map.entry("competitorId", "Id of the competitor"),
            Map.entry("reportId", "Id of the report"),
            Map.entry("competitor", "Id of one competitor; all without it"),
            Map.entry("signedFrom", "Expected to be signed on this day or later"),
            Map.entry("signedTo", "Expected to be signed on this day or earlier"),
            Map.entry("asOf", "A past day: everything as it was at its end; now if absent"),
            Map.entry("sort", "At most 3 names of fields, separated by commas; `-` before one sorts it downwards"),
            Map.entry(
                    "limit", "At most so many; more than the server gives at once is taken as that, less than 1 as 1"),
            Map.entry("after", "Where the page before ended: its `next`"),
            Map.entry("skip", "So many of the best results are passed over, at most 1,000"),
            Map.entry("q", "What somebody typed: words, letters of a name, a number"),
            Map.entry("by", "What to group by"),
            Map.entry("sums", "Names of fields to sum in each group, separated by commas"),
            Map.entry("ids", "Only these of them, at most 1,000"),
            Map.entry("format", "XLSX or CSV"),
            Map.entry("process", "Id of a sales process; the default one if absent"),
            Map.entry("kinds", "Only these kinds of entries"),
            Map.entry("recordType", "Type of the record that it is about"),
            Map.entry("recordId", "Id of the record that it is about"),
            Map.entry("kind", "Kind of what is decided, as `abandonment`, or of a rule, as `grade`"),
            Map.entry("box", "What waits for one, what one decided, or what one asked"),
            Map.entry("subject", "Id of what is to be decided"),
            Map.entry("keep", "Id of the record that stays"),
            Map.entry("gone", "Id of the record that goes into it"),
            Map.entry("record", "Id of one record: only merges that it stayed or went in"),
            Map.entry("name", "A name as it would be written"),
            Map.entry("creditCode", "A unified social credit code"),
            Map.entry("code", "Code of the dictionary"),
            Map.entry("userId", "Id of the user"),
            Map.entry("assessmentId", "Id of the assessment"),
            Map.entry("riskId", "Id of the risk"),
            Map.entry("contactId", "Id of the contact"),
            Map.entry("user", "Only what this user did"),
            Map.entry("subjectType", "Only what was done to this type, as `customer.customer`"),
            Map.entry("subjectId", "Only what was done to the record of this id"),
            Map.entry("action", "Only what was done so"),
            Map.entry("department", "Id of a department; headquarters if absent"),
            Map.entry("before", "Id of the last one known: those older than it follow"),
            Map.entry("edition", "Id of the edition"),
            Map.entry("trial", "Id of the trial"),
            Map.entry("version", "The version that was read; refused if it is another by now"),
            Map.entry("from", "Not before this day"),
            Map.entry("state", "Only those of this state"),
            Map.entry("to", "Not after this day"));

    private ApiParameters() {}

    static void describe(Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(MEANINGS.get(parameter.getName()));
        }
        if (parameter.getSchema() != null) {
            parameter.setSchema(ApiModels.withIds(parameter.getSchema()));
        }
    }
}
