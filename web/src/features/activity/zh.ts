export default {
  log: '记录跟进',
  logged: '跟进已记录',
  about: '跟进对象',
  about_opportunity: '商机',
  about_customer: '客户',
  aboutMissing: '请选择跟进的商机或客户',
  followUp: { title: '记录跟进' },
  task: {
    title: '新建任务',
    none: '还没有任务',
    complete: '完成任务：{{title}}',
    reopen: '重新打开任务：{{title}}',
    urgent: '紧急',
    overdue: '逾期 {{day}}',
  },
}
