export default {
  product: '契机 Qiji',
  error: {
    title: '出了点问题',
    page: '页面没能正常显示，请重试；若反复出现，请告知管理员。',
    server: '服务器出错了，请稍后重试。',
    offlineTitle: '连接不上服务器',
    offline: '请检查网络后重试，您填写的内容还在。',
    stale: '这条记录刚被别人修改过，请看过最新内容后再保存。',
    missing: '找不到这条记录',
    missingReason: '它可能已被删除，或者您无权查看。',
    retry: '重试',
  },
}
