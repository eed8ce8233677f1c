/** What is named elsewhere too; the rest comes with the pages, from `late`. */
export default {
  title: '设置',
  departments: { title: '组织架构' },
  users: { title: '用户', create: '新建用户' },
  roles: { title: '角色与权限' },
  processes: { title: '销售流程' },
  rules: { title: '规则' },
  fields: { title: '自定义字段' },
  dictionaries: { title: '数据字典' },
  audit: { title: '审计日志' },
}
