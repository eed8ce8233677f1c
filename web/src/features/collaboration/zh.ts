export default {
  title: '附件',
  drop: '把文件拖到这里，单个不超过 50 MB',
  choose: '选择文件',
  none: '没有附件',
  tooLarge: '文件超过 {{size}}，请压缩或拆分后再上传',
  remove: '移除',
  removeNamed: '移除{{name}}',
  removeAsk: '移除“{{name}}”？',
}
