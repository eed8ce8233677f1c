export default {
  title: '任务',
  views: '查看哪些任务',
  view: { mine: '我的待办', overdue: '已逾期', open: '全部待办', done: '已完成', all: '全部' },
  none: {
    mine: '没有待办任务',
    overdue: '没有逾期的任务',
    open: '没有待办任务',
    done: '还没有完成的任务',
    all: '还没有任务',
  },
  noneReason: '任务可以单独建立，也可以从商机和客户页面建立。',
  status: { OPEN: '待办', DONE: '已完成', CANCELLED: '已取消', overdue: '已逾期' },
}
