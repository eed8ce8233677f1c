export default {
  teamFollowsUp: '只有负责人或团队成员记录的跟进才算。请他们记录，或先加入团队。',
  withdrawn: '已撤销，今后的推进不再豁免；因曾据此推进，仍计入统计。',
  countsLead: '谁在哪个阶段豁免了多少项门槛，只统计您能看到的商机。',
  countsNote: '已据此推进过的豁免，撤销后仍计入。',
  from: '起',
  to: '止',
  person: '豁免人',
  stage: '阶段',
  times: '豁免项数',
  opportunities: '商机数',
  none: '这段时间没有豁免',
}
