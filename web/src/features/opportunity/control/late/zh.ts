export default {
  withdrawn: '已撤销，今后的推进不再豁免；因曾据此推进，仍计入统计。',
  countsNote: '已据此推进过的豁免，撤销后仍计入。',
}
