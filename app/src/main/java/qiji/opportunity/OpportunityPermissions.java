package qiji.opportunity;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** What may be done with opportunities. Each of them holds within the viewer's scope only. [A2] */
@Component
public class OpportunityPermissions implements DeclaresPermissions {
    public static final String READ = "opportunity:read";
    public static final String CREATE = "opportunity:create";
    public static final String EDIT = "opportunity:edit";
    public static final String TRANSFER = "opportunity:transfer";
    public static final String ABANDON = "opportunity:abandon";
    public static final String REOPEN = "opportunity:reopen";
    public static final String WAIVE = "opportunity:waive";
    public static final String WAIVE_GATE = "opportunity:waive-gate";
    public static final String BACK_DATE = "opportunity:back-date";
    public static final String CONFIDENTIAL = "opportunity:confidential";
    public static final String ASSESS = "opportunity:assess";
    public static final String PROFIT = "opportunity:profit";
    public static final String IMPORT = "opportunity:import";
    public static final String EXPORT = "opportunity:export";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, "查看商机", "See opportunities"),
                Permission.of(CREATE, "新建商机", "Create opportunities"),
                Permission.of(EDIT, "编辑与推进商机", "Edit and move opportunities"),
                Permission.of(TRANSFER, "移交商机", "Transfer opportunities"),
                Permission.of(WAIVE, "豁免有效性", "Waive validity"),
                Permission.of(WAIVE_GATE, "豁免阶段门槛", "Waive what gates ask for"),
                Permission.of(ABANDON, "放弃商机", "Abandon opportunities"),
                Permission.of(REOPEN, "重新打开商机", "Re-open opportunities"),
                Permission.of(BACK_DATE, "补录已结账月份", "Date back into closed months"),
                Permission.of(CONFIDENTIAL, "查看机密商机", "See confidential opportunities"),
                Permission.of(ASSESS, "评估商机", "Assess opportunities"),
                Permission.of(PROFIT, "查看与填写收益测算", "See and reckon what opportunities bring"),
                Permission.of(IMPORT, "导入商机", "Import opportunities"),
                Permission.of(EXPORT, "导出商机", "Export opportunities"));
    }
}
