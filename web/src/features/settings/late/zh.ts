import approvalPlan from '../rules/approvalPlan/zh'
import audit from '../audit/zh'
import fields from '../fields/zh'
import organization from '../organization/zh'
import processes from '../processes/zh'
import roles from '../roles/zh'
import rules from '../rules/zh'

export default {
  nothing: '没有可以设置的内容',
  nothingReason: '您的角色没有管理权限；需要时请联系管理员。',
  save: '保存',
  back: '返回列表',
  apply: '确定',
  ...organization,
  ...roles,
  ...processes,
  ...rules,
  ...approvalPlan,
  ...fields,
  ...audit,
}
