export default {
  title: '工作台',
  notTold: '您的角色看不到这里所需的字段。',
  greeting: '{{name}}，今天是{{date}}',
  all: '查看全部',
  allOf: '查看全部：{{what}}',
  stages: {
    title: '跟进中的商机',
    board: '打开看板',
    none: '没有跟进中的商机。',
    stage: '阶段',
    count: '数量',
    amount: '预计金额',
    weighted: '加权金额',
  },
  nextSteps: { title: '该做的下一步', none: '七天内没有要做的下一步。', unplanned: '看看还没安排下一步的商机' },
  tasks: { title: '我的任务', none: '没有待办任务。' },
  overstays: { title: '停留超期', none: '没有停留超期的商机。' },
}
