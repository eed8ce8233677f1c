import { spoken } from './spoken'

const stage = { name: '了解商机', goal: '弄清需求', keyActions: ['拜访'], english: { name: 'Discovery', goal: '', keyActions: [] as string[] } }

afterEach(() => {
  document.documentElement.lang = 'zh-CN'
})

test('in English only what is said in English stands in for what was given', () => {
  document.documentElement.lang = 'en'
  expect(spoken(stage)).toEqual({ ...stage, name: 'Discovery' })
  expect(spoken({ name: '自建', english: null })).toEqual({ name: '自建', english: null })
})

test('in Chinese all is as it was given', () => {
  document.documentElement.lang = 'zh-CN'
  expect(spoken(stage)).toBe(stage)
})
