export default {
  title: '联系人',
  create: '新建联系人',
  none: '还没有联系人',
  noneReason: '记下客户里关键的人：谁决策、谁影响、态度如何。',
  show: '显示{{name}}的完整联系方式',
  showBoth: '显示完整电话与邮箱',
}
