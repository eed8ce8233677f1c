package qiji;

import java.util.Map;
import java.util.TreeMap;
import qiji.testing.Api;
import qiji.testing.SampleData;

/** One record of every type that people make, by the path under which its type is found. */
final class OneOfEach {
    private OneOfEach() {}

    static Map<String, Long> make(Api api) {
        Map<String, Long> ids = new TreeMap<>();
        String named = "{\"name\": \"%s\"%s}";
        long customer = api.create("/api/customers", named.formatted(SampleData.unique("客户"), ""));
        long opportunity = api.create(
                "/api/opportunities",
                named.formatted(SampleData.unique("商机"), ", \"customer\": \"%d\"".formatted(customer)));
        String about = ", \"recordType\": \"opportunity\", \"recordId\": \"%d\"".formatted(opportunity);
        ids.put("/api/customers", customer);
        ids.put("/api/opportunities", opportunity);
        ids.put(
                "/api/contacts",
                api.create("/api/contacts", named.formatted("王芳", ", \"customer\": \"%d\"".formatted(customer))));
        ids.put(
                "/api/activities",
                api.create(
                        "/api/activities",
                        "{\"kind\": \"CALL\", \"subject\": \"电话\", \"happenedAt\": \"2026-11-20T08:00:00Z\"%s}"
                                .formatted(about)));
        ids.put("/api/tasks", api.create("/api/tasks", "{\"title\": \"方案\"%s}".formatted(about)));
        ids.put("/api/projects", project(api, customer));
        ids.put("/api/products", api.create("/api/products", named.formatted(SampleData.unique("产品"), "")));
        ids.put("/api/competitors", api.create("/api/competitors", named.formatted(SampleData.unique("对手"), "")));
        ids.put("/api/departments", api.create("/api/departments", named.formatted(SampleData.unique("部门"), "")));
        ids.put(
                "/api/users",
                api.create(
                        "/api/users",
                        named.formatted("李雷", ", \"username\": \"%s\"".formatted(SampleData.unique("li")))));
        return ids;
    }

    /** Of one that is won, since none is made otherwise. */
    static long project(Api api, long customer) {
        long won = api.create("/api/opportunities", """
                {"name": "%s", "customer": "%d", "expectedAmount": 1000, "committedAmount": 900,
                 "expectedSignOn": "2027-01-10", "expectedRevenueOn": "2027-03-01"}""".formatted(SampleData.unique("赢单"), customer));
        String path = "/api/opportunities/" + won;
        String known = "{\"known\": true, \"evidence\": \"拜访\"}";
        api.put(path + "/validity", "{\"need\": %1$s, \"kp\": %1$s, \"budget\": %1$s}".formatted(known));
        String contract = "{\"stageId\": \"%s\", \"fileId\": \"%d\"}";
        api.post(
                path + "/evidence",
                contract.formatted(stageBeforeTheLast(api, path), api.attach("opportunity", won, "合同.pdf")));
        api.post(path + "/win", "{}");
        String filter = "{\"field\":\"opportunity\",\"op\":\"is\",\"value\":\"%d\"}".formatted(won);
        return api.read("/api/records/project?filter={f}", filter)
                .at("/rows/0/id")
                .asLong();
    }

    private static String stageBeforeTheLast(Api api, String path) {
        String process = api.read(path).at("/values/process/id").asString();
        return api.read("/api/processes")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(process))
                .findFirst()
                .orElseThrow()
                .at("/stages/4/id")
                .asString();
    }
}
