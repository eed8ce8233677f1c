export default {
  title: '产品',
  create: '新建产品',
  none: '还没有产品',
  noneReason: '商机里的产品明细从这里选择。',
}
