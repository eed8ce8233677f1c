export default {
  span: {
    label: '关闭日期',
    any: '任何时候关闭',
    quarter: '本季度关闭',
    lastQuarter: '上季度关闭',
    year: '今年关闭',
    lastYear: '去年关闭',
    own: '自选关闭日期',
    from: '关闭日期起',
    to: '关闭日期止',
    note: '赢单、失败和胜率只算关闭日期在这段时间内的；跟进中的没有关闭日期，不受它限制，总是现在的全部。',
  },
}
