export default {
  title: '经验教训',
  none: '还没有经验教训',
  noneReason: '商机失败、赢单或放弃时写下的经验会出现在这里，也会出现在相似的跟进中商机上。',
  publish: '公开',
  publishNote: '公开后，有权限的同事都能看到标题和内容，看不到来自哪个商机。请确认没有客户名称等不宜公开的内容；内容在商机的复盘里修改，修改后需重新公开。',
  publishTitle: '标题',
  withdraw: '撤回公开',
  withdrawAsk: '撤回后，只有看得到该商机的人才能看到这条经验。',
}
