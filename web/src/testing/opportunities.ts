import { http, HttpResponse } from 'msw'
import type { Field, RecordType, Row } from '../api/types'

const field = (name: string, label: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({ name, label, kind, filterable: true, sortable: true, ...more })

/** The catalogue of opportunities as far as the tests of its pages need it. */
export const opportunityCatalogue: RecordType = {
  type: 'opportunity',
  label: '商机',
  defaultSort: '-createdAt',
  versioned: true,
  fields: [
    field('name', '商机名称', 'TEXT', { required: true, defaultColumn: true }),
    field('customer', '客户', 'REFERENCE', { reference: 'customer', defaultColumn: true }),
    field('stage', '阶段', 'REFERENCE', { reference: 'stage', readOnly: true, groupable: true }),
    field('status', '状态', 'CHOICE', { readOnly: true, groupable: true, defaultColumn: true, choices: [{ code: 'OPEN', label: '跟进中' }, { code: 'WON', label: '赢单' }] }),
    field('expectedAmount', '预计金额', 'MONEY', { summable: true, defaultColumn: true }),
    field('expectedSignOn', '预计签约日期', 'DATE'),
    field('owner', '负责人', 'REFERENCE', { reference: 'user' }),
    field('department', '部门', 'REFERENCE', { reference: 'department', readOnly: true }),
    field('nextStep', '下一步', 'TEXT'),
    field('nextStepOn', '下一步日期', 'DATE', { defaultColumn: true }),
    field('lostReason', '失败原因', 'CHOICE', {
      readOnly: true,
      choices: [
        { code: 'PRICE', label: '价格' },
        { code: 'PRICE_TOO_HIGH', label: '报价过高', parent: 'PRICE' },
        { code: 'CUSTOMER', label: '客户原因' },
      ],
    }),
  ],
}

const stage = (id: string, code: string, name: string, position: number, winRate: number, isFinal = false) => ({
  id,
  code,
  name,
  position,
  winRate,
  plannedDays: 7,
  goal: '',
  participants: [],
  workItems: [],
  keyActions: position === 1 ? ['拜访客户'] : [],
  keyResults: [],
  diagnosisQuestions: [],
  diagnosisIndicators: [],
  verification: '',
  english: {},
  isFinal,
  archived: false,
})

export const process = {
  id: '1',
  code: 'GOV',
  name: '政企销售',
  isDefault: true,
  archived: false,
  stages: [stage('11', 'A', '了解商机', 1, 10), stage('12', 'B', '确认商机', 2, 25), stage('16', 'F', '交接回款', 6, 100, true)],
}

export const opportunity: Row = {
  id: '5',
  name: '智慧水务平台',
  customer: { id: '9', label: '临江水务' },
  process: { id: '1', label: '政企销售' },
  stage: { id: '11', label: '了解商机' },
  status: 'OPEN',
  expectedAmount: 400_000,
  owner: { id: '7', label: '王小明' },
  daysInStage: 9,
  overstayDays: 2,
  nextStep: null,
  nextStepOn: null,
  version: 3,
}

export const detail = {
  id: '5',
  version: 3,
  values: { ...opportunity, id: undefined },
  may: { edit: true, move: true, win: true, lose: true, defer: true, waive: false },
  path: [
    { stageId: '11', code: 'A', name: '了解商机', enteredAt: '2026-11-10T01:00:00Z', days: 9, current: true, passed: false },
    { stageId: '12', code: 'B', name: '确认商机', days: 0, current: false, passed: false },
    { stageId: '16', code: 'F', name: '交接回款', days: 0, current: false, passed: false },
  ],
  gate: { stageId: '12', unmet: [{ kind: 'FIELD', field: 'expectedSignOn', code: 'required', label: '预计签约日期', message: '请填写预计签约日期' }] },
  validity: { need: { known: false }, kp: { known: false }, budget: { known: false }, valid: false },
  overstayDays: 2,
}

/** A stage as its edition has it. */
export const stageView = {
  stageId: '11',
  goal: '弄清客户是谁',
  expectedConversion: 60,
  plannedDays: 7,
  participants: ['客户经理'],
  keyActions: ['拜访客户'],
  keyResults: [],
  workItems: [{ item: '收集信息', place: 0, answer: null }],
  questions: [{ item: '谁拍板？', place: 0, answer: null }],
  indicators: [],
  verification: '拜访纪要',
  evidence: [],
}

/** What every page of opportunities asks for, unless a test says otherwise. */
export const opportunityServer = [
  http.get('*/api/records/opportunity/fields', () => HttpResponse.json(opportunityCatalogue)),
  http.get('*/api/records/activity/fields', () => HttpResponse.json({ type: 'activity', label: '跟进', fields: [] })),
  http.get('*/api/processes', () => HttpResponse.json([process])),
  http.get('*/api/departments', () => HttpResponse.json([{ id: '3', name: '销售部', position: 1, version: 0 }, { id: '4', parentId: '3', name: '一组', position: 1, version: 0 }])),
  http.get('*/api/opportunities/5', () => HttpResponse.json(detail)),
  http.get('*/api/opportunities/5/timeline', () => HttpResponse.json({ rows: [] })),
  http.get('*/api/opportunities/5/key-actions', () => HttpResponse.json([{ stageId: '11', actions: ['拜访客户'], keys: ['拜访客户'], done: [] }])),
  http.get('*/api/opportunities/5/gate-waivers', () => HttpResponse.json([])),
  http.get('*/api/opportunities/5/stages/:stageId', ({ params }) => HttpResponse.json({ ...stageView, stageId: params.stageId })),
]
