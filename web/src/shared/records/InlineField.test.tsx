import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { Row } from '../../api/types'
import { renderPage } from '../../testing/renderPage'
import { recordServer } from '../../testing/samples'
import { server } from '../../testing/server'
import type { Feature } from '../feature'
import { RecordList } from './RecordList'

const features: Feature[] = [{ routes: [], records: { opportunity: { plural: 'opportunities' } } }]

/** One opportunity that others change too. */
function sharedRecord() {
  const state = { version: 1, values: { id: '0', name: '项目 0', grade: 'A', amount: 64_000 } as Row, saved: [] as unknown[] }
  const change = (values: Partial<Row>) => Object.assign(state, { version: state.version + 1, values: { ...state.values, ...values } })
  server.use(
    ...recordServer([{ ...state.values }]).handlers,
    http.get('*/api/opportunities/0', () => HttpResponse.json({ id: '0', version: state.version, values: state.values, may: { edit: true } })),
    http.patch('*/api/opportunities/0', async ({ request }) => {
      const { version, ...values } = (await request.json()) as { version: number }
      if (version !== state.version) return HttpResponse.json({ type: '/problems/stale-version', title: 'stale', status: 409 }, { status: 409 })
      state.saved.push(values)
      change(values)
      return HttpResponse.json({ version: state.version })
    }),
  )
  return { state, change }
}

async function editAmount(text: string) {
  const { person } = renderPage(<RecordList type="opportunity" title="商机" editable />, { features })
  const row = within((await screen.findByText('项目 0')).closest('tr')!)
  const type = async () => {
    await person.click(row.getByRole('button', { name: '修改预计金额' }))
    const input = await row.findByRole('spinbutton', { name: '预计金额' })
    await person.clear(input)
    await person.type(input, text)
  }
  await type()
  return { person, row }
}

test('an edit in a list does not overwrite what somebody else saved, and tells what it is now', async () => {
  const { state, change } = sharedRecord()
  const { person, row } = await editAmount('2.5')
  change({ amount: 990_000 })
  await person.keyboard('{Enter}')
  expect((await row.findByRole('alert')).textContent).toMatch(/刚被别人修改.*99/)
  expect(state.saved).toEqual([])
  await person.click(row.getByRole('button', { name: '取消' }))
  expect(row.getByText('99.00')).toBeTruthy()
})

test('a refused edit keeps the keyboard in the input, and Escape leaves it', async () => {
  sharedRecord()
  server.use(
    http.patch('*/api/opportunities/0', () => {
      // As a browser does, unlike what stands for one here: what is disabled while it is saved loses the focus.
      const other = screen.getByRole('textbox', { name: '搜索商机' })
      other.focus()
      other.blur()
      return HttpResponse.json({ type: '/problems/invalid-fields', title: '不能为负数', status: 400, fields: [] }, { status: 400 })
    }),
  )
  const { person, row } = await editAmount('-5')
  await person.keyboard('{Enter}')
  await row.findByRole('alert')
  await waitFor(() => expect(document.activeElement).toBe(row.getByRole('spinbutton', { name: '预计金额' })))
  await person.keyboard('{Escape}')
  expect(row.queryByRole('spinbutton')).toBeNull()
})

test('who saves again after having seen it puts it over theirs', async () => {
  const { state, change } = sharedRecord()
  const { person, row } = await editAmount('2.5')
  change({ amount: 990_000 })
  await person.keyboard('{Enter}')
  await row.findByRole('alert')
  await person.click(row.getByRole('button', { name: '保存' }))
  expect(await row.findByText('2.50')).toBeTruthy()
  expect(state.saved).toEqual([{ amount: 25_000 }])
})

test('an amount is typed in the unit in which it is shown', async () => {
  const { state } = sharedRecord()
  const { person, row } = await editAmount('7.000155')
  expect(row.getByText('万元')).toBeTruthy()
  await person.keyboard('{Enter}')
  expect(await row.findByText('7.00')).toBeTruthy()
  expect(state.saved).toEqual([{ amount: 70_001.55 }])
  await person.click(row.getByRole('button', { name: '修改预计金额' }))
  expect((await row.findByRole<HTMLInputElement>('spinbutton', { name: '预计金额' })).value).toBe('7.000155')
})

test('a change of another field is in nobody’s way', async () => {
  const { state, change } = sharedRecord()
  const { person, row } = await editAmount('2.5')
  change({ grade: 'B' })
  await person.keyboard('{Enter}')
  expect(await row.findByText('2.50')).toBeTruthy()
  expect(state.values).toMatchObject({ grade: 'B', amount: 25_000 })
})

test('undoes what was saved, and nothing that came after it', async () => {
  const { state, change } = sharedRecord()
  const { person, row } = await editAmount('2.5')
  await person.keyboard('{Enter}')
  await row.findByText('2.50')
  change({ amount: 880_000 })
  await person.click(await screen.findByRole('button', { name: '撤销' }))
  expect(await screen.findByText(/没有撤销/)).toBeTruthy()
  expect(state.values.amount).toBe(880_000)
  expect(await row.findByText('88.00')).toBeTruthy()
})
