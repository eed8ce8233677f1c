import approvalPlan from '../rules/approvalPlan/en'
import audit from '../audit/en'
import fields from '../fields/en'
import organization from '../organization/en'
import processes from '../processes/en'
import roles from '../roles/en'
import rules from '../rules/en'
import type zh from './zh'

export default {
  nothing: 'Nothing to set up here',
  nothingReason: 'Your roles hold no rights to administer. Ask an administrator if you need some.',
  save: 'Save',
  back: 'Back to the list',
  apply: 'OK',
  ...organization,
  ...roles,
  ...processes,
  ...rules,
  ...approvalPlan,
  ...fields,
  ...audit,
} satisfies typeof zh
