import type { Field, RecordType, Row } from '../src/api/types'

const field = (name: string, label: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  name, label, kind, filterable: true, sortable: true, required: false, readOnly: false, ...more,
})

const grades = [
  { code: 'A', label: 'A 级', color: 'red' },
  { code: 'B', label: 'B 级', color: 'amber' },
  { code: 'C', label: 'C 级', color: 'blue' },
]
const statuses = [
  { code: 'OPEN', label: '进行中', color: 'blue' },
  { code: 'WON', label: '赢单', color: 'green' },
  { code: 'LOST', label: '输单', color: 'grey' },
]

export const types: RecordType[] = [
  {
    type: 'opportunity', label: '商机', defaultSort: '-amount',
    fields: [
      field('name', '名称', 'TEXT', { required: true, defaultColumn: true, maxLength: 200 }),
      field('code', '编号', 'TEXT', { readOnly: true, defaultColumn: true }),
      field('customer', '客户', 'REFERENCE', { reference: 'customer', defaultColumn: true, required: true }),
      field('stage', '阶段', 'REFERENCE', { reference: 'stage', defaultColumn: true, readOnly: true }),
      field('status', '状态', 'CHOICE', { choices: statuses, defaultColumn: true, readOnly: true }),
      field('grade', '等级', 'CHOICE', { choices: grades, defaultColumn: true }),
      field('amount', '预计金额', 'MONEY', { summable: true, defaultColumn: true, unit: '元' }),
      field('winRate', '赢率', 'PERCENT', { defaultColumn: true }),
      field('expectedSignOn', '预计签约', 'DATE', { defaultColumn: true }),
      field('owner', '负责人', 'REFERENCE', { reference: 'user', defaultColumn: true }),
      field('nextStep', '下一步', 'LONG_TEXT'),
      field('tags', '标签', 'TAGS'),
      field('government', '政府项目', 'BOOLEAN'),
      field('createdAt', '创建时间', 'INSTANT', { readOnly: true, defaultColumn: true }),
    ],
  },
  {
    type: 'customer', label: '客户', defaultSort: 'name',
    fields: [
      field('name', '名称', 'TEXT', { required: true, defaultColumn: true }),
      field('industry', '行业', 'CHOICE', { choices: [{ code: 'ENERGY', label: '能源' }, { code: 'GOV', label: '政务' }], defaultColumn: true }),
      field('owner', '负责人', 'REFERENCE', { reference: 'user', defaultColumn: true }),
      field('revenue', '年收入', 'MONEY', { summable: true, defaultColumn: true }),
      field('phone', '电话', 'PHONE', { defaultColumn: true }),
      field('website', '网址', 'URL'),
    ],
  },
  { type: 'user', label: '用户', fields: [field('name', '姓名', 'TEXT', { defaultColumn: true }), field('department', '部门', 'REFERENCE', { reference: 'department' })] },
  { type: 'stage', label: '阶段', fields: [field('name', '名称', 'TEXT'), field('winRate', '赢率', 'PERCENT')] },
  { type: 'department', label: '部门', fields: [field('name', '名称', 'TEXT')] },
]

const names = ['王小明', '李静', '张伟', '刘洋', '陈晨', '赵敏', '周凯']
const places = ['华东', '临江市', '北岭', '海州', '云山省', '南湖区', '青川']
const trades = ['电力', '水务集团', '数字政务中心', '第一人民医院', '轨道交通', '港务集团', '农商银行']
const works = ['智慧调度平台', '数据中台一期', '信创改造', '安全运营中心', '综合办公系统', '视频云扩容', '灾备中心建设']
const stages = ['A 发现', 'B 验证', 'C 方案', 'D 投标', 'E 谈判', 'F 签约']
const pick = <T,>(list: T[], n: number) => list[n % list.length]!

const people = names.map((name, index): Row => ({ id: String(index + 1), name }))
const customers = Array.from({ length: 240 }, (_, index): Row => ({
  id: String(1000 + index),
  name: `${pick(places, index)}${pick(trades, index * 3 + 1)}${index > 48 ? `（${index}）` : ''}`,
  industry: index % 3 ? 'GOV' : 'ENERGY',
  owner: { id: String((index % 7) + 1), label: pick(names, index) },
  revenue: (index * 7919) % 90_000_000,
  phone: `138****${String(1000 + index)}`,
}))
const opportunities = Array.from({ length: 3000 }, (_, index): Row => ({
  id: String(5000 + index),
  name: `${pick(places, index * 5)}${pick(works, index * 3)}${index % 4 === 0 ? '（含三年运维服务与驻场支持）' : ''}`,
  code: `SJ-2026${String((index % 11) + 1).padStart(2, '0')}-${String(index).padStart(6, '0')}`,
  customer: { id: pick(customers, index * 7).id, label: String(pick(customers, index * 7).name) },
  stage: { id: String((index % 6) + 1), label: pick(stages, index) },
  status: pick(['OPEN', 'OPEN', 'OPEN', 'WON', 'LOST'], index * 3),
  grade: index % 9 === 8 ? null : pick(['A', 'B', 'C', 'B'], index),
  amount: ((index * 104729) % 9_800_000) + 20_000 + (index % 5 === 0 ? 0.5 : 0),
  winRate: pick([10, 25, 40, 60, 80, 90], index),
  expectedSignOn: `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
  owner: { id: String((index % 7) + 1), label: pick(names, index) },
  createdAt: `2026-0${(index % 9) + 1}-11T03:20:00Z`,
}))

export const rowsOf = (type: string): Row[] =>
  ({ opportunity: opportunities, customer: customers, user: people, stage: stages.map((name, i): Row => ({ id: String(i + 1), name })) })[type] ?? []
