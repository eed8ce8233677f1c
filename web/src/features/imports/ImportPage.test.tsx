import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { preferences } from '../../shared/preferences'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import type { Import, Mapping, Report } from './api'
import { ImportListPage } from './ImportListPage'
import { ImportPage } from './ImportPage'

const field = (name: string, label: string, more = {}) => ({
  name,
  label,
  kind: 'TEXT',
  required: false,
  reference: null,
  dictionary: null,
  choices: [],
  key: false,
  ...more,
})
const fields = [
  field('externalId', '外部编号', { key: true }),
  field('name', '商机名称', { required: true }),
  field('product', '产品', { kind: 'REFERENCE', reference: 'product' }),
]
const proposal: Mapping = {
  columns: [
    { column: 'opportunity_id', field: 'externalId', valueMap: {}, onMissing: 'FAIL' },
    { column: 'product', field: 'product', valueMap: {}, onMissing: 'FAIL' },
  ],
  fixed: { name: '{product}' },
  keyField: 'externalId',
  dateOrder: 'UNKNOWN',
}
const uploaded: Import = {
  id: '5',
  type: 'opportunity',
  fileName: 'pipeline.csv',
  fileSize: 2048,
  encoding: 'UTF-8',
  separator: ',',
  sheet: null,
  columns: [
    { name: 'opportunity_id', samples: ['1C1I7A6R', 'Z063OYW0'] },
    { name: 'product', samples: ['GTX Basic', 'GTXPro'] },
  ],
  rowCount: 8800,
  proposal,
  mapping: null,
  state: 'UPLOADED',
  report: null,
  result: null,
  committedRows: 0,
  jobId: null,
  createdAt: '2026-11-24T02:00:00Z',
  finishedAt: null,
}
const report: Report = {
  good: 7320,
  bad: 1480,
  created: 7320,
  updated: 0,
  unchanged: 0,
  willCreate: {},
  problems: [
    {
      column: 'product',
      field: 'product',
      code: 'unknown-reference',
      message: '没有这条记录',
      count: 1480,
      examples: [{ row: 3, value: 'GTXPro' }],
      suggestions: [{ from: 'GTXPro', to: 'GTX Pro', count: 1480 }],
    },
  ],
}

/** A server that tries, loads and undoes at once; `sent` are the mappings it was given. */
function serve() {
  let run = uploaded
  const sent: Mapping[] = []
  const done = (change: Partial<Import>) => {
    run = { ...run, ...change, jobId: '9' }
    return HttpResponse.json({ jobId: '9' }, { status: 202 })
  }
  server.use(
    http.get('*/api/imports/types', () => HttpResponse.json([{ type: 'opportunity', label: '商机' }])),
    http.get('*/api/imports/fields', () => HttpResponse.json(fields)),
    http.get('*/api/imports', () => HttpResponse.json([run])),
    http.post('*/api/imports', () => HttpResponse.json(run, { status: 201 })),
    http.get('*/api/imports/5', () => HttpResponse.json(run)),
    http.put('*/api/imports/5/mapping', async ({ request }) => {
      sent.push((await request.json()) as Mapping)
      return new HttpResponse(null, { status: 204 })
    }),
    http.post('*/api/imports/5/dry-run', () => {
      const mended = sent.at(-1)!.columns.some((it) => it.valueMap.GTXPro === 'GTX Pro')
      return done({
        state: 'CHECKED',
        mapping: sent.at(-1)!,
        report: mended ? { ...report, good: 8800, created: 8800, bad: 0, problems: [] } : report,
      })
    }),
    http.post('*/api/imports/5/run', () =>
      done({ state: 'DONE', result: { good: 8799, bad: 1, created: 8799, updated: 0, unchanged: 0, made: 0 } }),
    ),
    http.post('*/api/imports/5/undo', () => done({ state: 'UNDONE', result: { undone: 8799, changedSince: 0, inUse: 0, left: [] } })),
    http.get('*/api/jobs/9', () => HttpResponse.json({ id: '9', kind: 'import', state: 'DONE', done: 8800, total: 8800 })),
  )
  return sent
}

const page = () => renderPage(<ImportPage />, { at: '/imports/5', path: '/imports/:id' })

test('takes a file and goes on to its columns', async () => {
  serve()
  const { person, router, container } = renderPage(<ImportListPage />, {
    at: '/imports',
    path: '/imports',
    routes: [{ path: '/imports/:id', element: <p>columns</p> }],
  })
  expect(await screen.findByText('pipeline.csv')).toBeTruthy()
  await screen.findByText('商机')
  const input = container.querySelector<HTMLInputElement>('input[type=file]')!
  await person.upload(input, new File(['a,b'], 'pipeline.csv', { type: 'text/csv' }))
  expect(await screen.findByText('columns')).toBeTruthy()
  expect(router.state.location.pathname).toBe('/imports/5')
})

test('why a file cannot be read stays to be read, with its name', async () => {
  serve()
  server.use(
    http.post('*/api/imports', () =>
      HttpResponse.json({ type: '/problems/unreadable-file', title: '文件无法读取', detail: '文件是空的', status: 422 }, { status: 422 }),
    ),
  )
  const { person, container } = renderPage(<ImportListPage />, { at: '/imports', path: '/imports' })
  await screen.findByText('商机')
  await person.upload(container.querySelector<HTMLInputElement>('input[type=file]')!, new File([''], 'empty.csv', { type: 'text/csv' }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('empty.csv')
  expect(alert.textContent).toContain('文件是空的')
})

test('offers the values of the file to be replaced', async () => {
  serve()
  const { person } = page()
  await person.click((await screen.findAllByRole('button', { name: '替换值' }))[1]!)
  await person.click(screen.getByLabelText('第 1 个原值'))
  expect(await screen.findByTitle('GTXPro')).toBeTruthy()
})

test('says of a file without rows that there is nothing to try', async () => {
  serve()
  server.use(http.get('*/api/imports/5', () => HttpResponse.json({ ...uploaded, rowCount: 0 })))
  page()
  expect(await screen.findByText('文件里只有标题行，没有数据')).toBeTruthy()
  expect(screen.getByRole('button', { name: '试运行' })).toHaveProperty('disabled', true)
})

test('shows samples, and what was found out about the file', async () => {
  serve()
  page()
  expect(await screen.findByText('8,800 行 · UTF-8 · 逗号分隔')).toBeTruthy()
  expect(await screen.findByText('GTX Basic · GTXPro')).toBeTruthy()
  expect(screen.getByLabelText('商机名称 *')).toHaveProperty('value', '{product}')
})

test('reads the file as it is told, and shows the samples that come of it', async () => {
  serve()
  const asked: unknown[] = []
  server.use(
    http.put('*/api/imports/5/reading', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json({ ...uploaded, separator: '*', columns: [{ name: 'product', samples: ['MG Special'] }] })
    }),
  )
  const { person } = page()
  await person.click(await screen.findByLabelText('列之间'))
  await person.click(await screen.findByTitle('其他…'))
  await person.type(screen.getByLabelText('分隔字符'), '*')
  expect(await screen.findByText('MG Special')).toBeTruthy()
  expect(asked).toEqual([{ separator: '*', encoding: 'UTF-8' }])
  expect(screen.getByText('8,800 行 · UTF-8 · 以 * 分隔')).toBeTruthy()
})

test('a file that is being tried shows how far that is, and offers nothing to change', async () => {
  serve()
  server.use(
    http.get('*/api/imports', () => HttpResponse.json([{ ...uploaded, state: 'TRYING', jobId: '8' }])),
    http.get('*/api/imports/5', () => HttpResponse.json({ ...uploaded, mapping: proposal, state: 'TRYING', jobId: '8' })),
    http.get('*/api/jobs/8', () => HttpResponse.json({ id: '8', kind: 'import-dry-run', state: 'RUNNING', done: 10, total: 8800 })),
  )
  page()
  expect(await screen.findByRole('progressbar')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '试运行' })).toBeNull()
})

test('English says one row of one', async () => {
  serve()
  server.use(
    http.get('*/api/imports/5', () => HttpResponse.json({ ...uploaded, rowCount: 1, mapping: proposal, state: 'CHECKED', report: { ...report, good: 1, created: 1, bad: 0, problems: [] } })),
  )
  preferences.set({ language: 'en' })
  try {
    page()
    expect(await screen.findByText('1 row · UTF-8 · comma')).toBeTruthy()
    expect(await screen.findByRole('button', { name: 'Load 1 row' })).toBeTruthy()
  } finally {
    preferences.set({ language: 'zh-CN' })
  }
})

test('one click takes a near value, and the file is tried again', async () => {
  const sent = serve()
  const { person } = page()
  await person.click(await screen.findByRole('button', { name: '试运行' }))
  expect(await screen.findByText(/“GTXPro”是否指“GTX Pro”/)).toBeTruthy()
  await person.click(screen.getByRole('button', { name: '替换并重试' }))
  expect(await screen.findByText('没有发现问题')).toBeTruthy()
  expect(sent).toHaveLength(2)
  expect(sent[1]!.columns[1]!.valueMap).toEqual({ GTXPro: 'GTX Pro' })
})

test('loads, offers the refused rows, and undoes after asking', async () => {
  serve()
  const { person } = page()
  await person.click(await screen.findByRole('button', { name: '试运行' }))
  await person.click(await screen.findByRole('button', { name: /只导入没有问题的 7,320 行/ }))
  expect(await screen.findByText('导入完成')).toBeTruthy()
  expect(screen.getByRole('link', { name: /下载有问题的行/ }).getAttribute('href')).toBe('/api/imports/5/errors')
  await person.click(screen.getByRole('button', { name: '撤销导入' }))
  const dialog = await screen.findByRole('dialog')
  await person.click(within(dialog).getByRole('button', { name: '撤销导入' }))
  expect(await screen.findByText('导入已撤销')).toBeTruthy()
})

test('values of a column can be replaced by hand', async () => {
  const sent = serve()
  const { person } = page()
  await person.click((await screen.findAllByRole('button', { name: '替换值' }))[1]!)
  await person.type(screen.getByLabelText('第 1 个原值'), 'GTXPro')
  await person.type(screen.getByLabelText('第 1 个新值'), 'GTX Pro')
  await person.click(screen.getByRole('button', { name: /确\s*定/ }))
  await person.click(screen.getByRole('button', { name: '试运行' }))
  expect(await screen.findByText('没有发现问题')).toBeTruthy()
  expect(sent[0]!.columns[1]!.valueMap).toEqual({ GTXPro: 'GTX Pro' })
})
