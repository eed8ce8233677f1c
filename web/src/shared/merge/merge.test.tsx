import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { RecordType } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { server } from '../../testing/server'
import type { Draft, Preview, PreviewField } from './api'
import { MergeDialog } from './MergeDialog'
import { MergedNote } from './MergedNote'

const customerType: RecordType = {
  type: 'customer',
  label: '客户',
  fields: [
    { name: 'name', label: '客户名称', kind: 'TEXT' },
    { name: 'region', label: '地区', kind: 'TEXT' },
    { name: 'level', label: '客户级别', kind: 'CHOICE', choices: [{ code: 'KEY', label: '战略客户' }] },
    { name: 'owner', label: '负责人', kind: 'REFERENCE', reference: 'user' },
    { name: 'tags', label: '标签', kind: 'TAGS' },
    { name: 'website', label: '网站', kind: 'URL' },
  ],
}

const field = (code: string, label: string, keep: unknown, gone: unknown, more: Partial<PreviewField> = {}): PreviewField =>
  ({ code, label, keep, gone, differs: keep !== gone, choosable: keep !== gone, take: keep === null && gone !== null, united: false, ...more }) as PreviewField

const names: Record<string, string> = { '1': '银海', '2': '银海科技' }
const held: Record<string, Record<string, unknown>> = {
  '1': { name: '银海', region: '江苏', level: null, owner: { id: '8', label: '李雷' } },
  '2': { name: '银海科技', region: '南京', level: 'KEY', owner: { id: '9', label: '韩梅' } },
}

const preview = (keep: string, gone: string, more: Partial<Preview> = {}): Preview => {
  const both = (code: string) => [held[keep]![code], held[gone]![code]] as const
  return {
    type: 'customer',
    keep: { id: keep, label: names[keep]!, version: 3 },
    gone: { id: gone, label: names[gone]!, version: 7 },
    fields: [
      field('name', '客户名称', ...both('name')),
      field('region', '地区', ...both('region')),
      field('level', '客户级别', ...both('level')),
      field('owner', '负责人', ...both('owner'), { choosable: false, take: false }),
      field('website', '网站', null, null),
    ],
    attached: [{ kind: 'opportunity', label: '商机', count: 12_000 }],
    obstacles: [],
    ...more,
  }
}

/** A server of two customers; keeps what was merged and undone. */
function merging(more: Partial<Preview> = {}) {
  const drafts: Draft[] = []
  const undone: string[] = []
  server.use(
    http.get('*/api/records/customer/fields', () => HttpResponse.json(customerType)),
    http.get('*/api/merges/preview', ({ request }) => {
      const asked = new URL(request.url).searchParams
      return HttpResponse.json(preview(asked.get('keep')!, asked.get('gone')!, more))
    }),
    http.post('*/api/merges', async ({ request }) => {
      drafts.push((await request.json()) as Draft)
      return HttpResponse.json({ id: '77' }, { status: 201 })
    }),
    http.post('*/api/merges/:id/undo', ({ params }) => {
      undone.push(String(params.id))
      return HttpResponse.json({ left: [] })
    }),
  )
  return { drafts, undone }
}

const radio = (label: string, name: string) => screen.getByRole<HTMLInputElement>('radio', { name: `${label}：取“${name}”的值` })
const mergeButton = () => screen.getByRole('button', { name: /^合\s?并$/ })

// B1
test('merges by a choice for each field, and offers the way back', async () => {
  const { drafts, undone } = merging()
  const onMerged = vi.fn<(merge: { id: string; keep: string; gone: string }) => void>()
  const { person } = renderPage(<MergeDialog type="customer" first="1" second="2" open onClose={() => {}} onMerged={onMerged} />)
  await screen.findByText('逐项选择合并后保留的值')
  expect(radio('地区', '银海').checked).toBe(true)
  expect(radio('客户级别', '银海科技').checked).toBe(true)
  expect(radio('负责人', '银海科技').disabled).toBe(true)
  expect(screen.getByText('商机 12,000')).toBeTruthy()
  expect(screen.getByText(/合并可以撤销/)).toBeTruthy()
  expect(screen.queryByText('网站')).toBeNull()
  await person.click(radio('地区', '银海科技'))
  await person.click(mergeButton())
  await waitFor(() => expect(onMerged).toHaveBeenCalledWith({ id: '77', keep: '1', gone: '2' }))
  expect(drafts).toEqual([{ type: 'customer', keep: '1', gone: '2', keepVersion: 3, goneVersion: 7, take: ['region', 'level'] }])
  await person.click(await screen.findByRole('button', { name: /撤\s?销/ }))
  await waitFor(() => expect(undone).toEqual(['77']))
})

test('shows the tags of both as kept, with nothing to choose', async () => {
  merging({ fields: [{ ...field('tags', '标签', ['重点'], ['云']), choosable: false, united: true }] })
  renderPage(<MergeDialog type="customer" first="1" second="2" open onClose={() => {}} />)
  expect(await screen.findByText('合在一起')).toBeTruthy()
  expect(await screen.findByText('重点')).toBeTruthy()
  expect(screen.getByText('云')).toBeTruthy()
  expect(screen.queryByRole('radio')).toBeNull()
})

test('keeps the chosen values when the two are swapped', async () => {
  const { drafts } = merging()
  const { person } = renderPage(<MergeDialog type="customer" first="1" second="2" open onClose={() => {}} />)
  await screen.findByText('逐项选择合并后保留的值')
  await person.click(radio('客户名称', '银海科技'))
  await person.click(screen.getByRole('button', { name: /互\s?换/ }))
  await waitFor(() => expect(radio('客户名称', '银海科技').checked).toBe(true))
  await waitFor(() => expect(within(screen.getByRole('dialog')).getAllByText('银海科技')[0]!.previousSibling!.textContent).toBe('保留'))
  await person.click(mergeButton())
  await waitFor(() => expect(drafts).toHaveLength(1))
  expect(drafts[0]).toMatchObject({ keep: '2', gone: '1', take: [] })
})

test('says all reasons why two cannot become one', async () => {
  merging({
    obstacles: [
      { code: 'gone-archived', message: '被合并的记录已归档，请先恢复' },
      { code: 'forbidden', message: '您没有权限' },
    ],
  })
  renderPage(<MergeDialog type="customer" first="1" second="2" open onClose={() => {}} />)
  expect(await screen.findByText('被合并的记录已归档，请先恢复')).toBeTruthy()
  expect(screen.getByText('您没有权限')).toBeTruthy()
  expect((mergeButton() as HTMLButtonElement).disabled).toBe(true)
})

test('shows what the records hold now when someone was faster', async () => {
  merging()
  server.use(http.post('*/api/merges', () => HttpResponse.json({ type: '/problems/stale-version', title: 'x', status: 409 }, { status: 409 })))
  const { person } = renderPage(<MergeDialog type="customer" first="1" second="2" open onClose={() => {}} />)
  await screen.findByText('逐项选择合并后保留的值')
  await person.click(mergeButton())
  expect(await screen.findByText(/已更新为最新内容/)).toBeTruthy()
})

test('asks for the other one first', async () => {
  merging()
  server.use(http.get('*/api/records/customer/lookup', () => HttpResponse.json({ items: [{ id: '2', label: '银海科技' }] })))
  const { person } = renderPage(<MergeDialog type="customer" first="1" open onClose={() => {}} />)
  await person.click(await screen.findByLabelText('与哪个客户合并？'))
  await person.click(await screen.findByText('银海科技'))
  expect(await screen.findByText('逐项选择合并后保留的值')).toBeTruthy()
})

test('offers only those among which one may choose', async () => {
  merging()
  const asked: string[] = []
  server.use(
    http.get('*/api/records/contact/lookup', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('filter') ?? '')
      return HttpResponse.json({ items: [] })
    }),
  )
  renderPage(<MergeDialog type="contact" first="1" among={{ field: 'customer', op: 'is', value: '5' }} open onClose={() => {}} />)
  await screen.findByLabelText('与哪位联系人合并？')
  await waitFor(() => expect(asked.at(-1)).toContain('"customer"'))
  expect(asked.at(-1)).toContain('"isNot"')
})

test('says what could not be put back', async () => {
  merging()
  server.use(
    http.post('*/api/merges/:id/undo', () =>
      HttpResponse.json({ left: [{ record: '1', field: 'creditCode', message: '统一社会信用代码：原值已用于另一条记录，现为空' }] }),
    ),
  )
  const { person } = renderPage(<MergeDialog type="customer" first="1" second="2" open onClose={() => {}} />)
  await screen.findByText('逐项选择合并后保留的值')
  await person.click(mergeButton())
  await person.click(await screen.findByRole('button', { name: /撤\s?销/ }))
  expect(await screen.findByText(/已撤销合并，但：.*原值已用于另一条记录/)).toBeTruthy()
})

test('leads from what was merged away to the survivor and back', async () => {
  const { undone } = merging()
  const row = {
    id: '77',
    type: 'customer',
    keep: { id: '1', label: '银海' },
    gone: { id: '2', label: '银海科技' },
    mergedBy: { id: '8', label: '李雷' },
    mergedAt: '2026-11-26T01:00:00Z',
    mayUndo: true,
  }
  server.use(http.get('*/api/merges', () => HttpResponse.json({ rows: [row], next: null })))
  const { person } = renderPage(<MergedNote type="customer" id="2" into={{ id: '1', label: '银海' }} />, { session: { permissions: ['customer:merge'] } })
  expect(await screen.findByRole('link', { name: '银海' })).toBeTruthy()
  await person.click(await screen.findByRole('button', { name: '撤销合并' }))
  await person.click(screen.getAllByRole('button', { name: '撤销合并' }).at(-1)!)
  await waitFor(() => expect(undone).toEqual(['77']))
})
