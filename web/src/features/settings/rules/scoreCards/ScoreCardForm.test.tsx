import { fireEvent, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { renderPage } from '../../../../testing/renderPage'
import type { Body, Part } from '../api'
import { ScoreCardForm } from './ScoreCardForm'

const named = (zh: string) => ({ zh, en: `${zh} en` })
const levels = [
  { value: 75, name: named('稳定') },
  { value: 50, name: named('波动') },
]
const body: Body = {
  leastRaters: 1,
  firstRater: null,
  cards: [{ code: 'S3', name: named('业务卡'), criteria: [{ code: 'DEMAND', name: named('市场需求'), weight: 1, levels }] }],
}
const parts: Part[] = [{ path: 'firstRater', type: 'CHOICE', label: '角色', choices: [{ code: 'SOLUTION_MANAGER', label: '支撑经理' }] }]

function Edited({ onBody }: { onBody: (body: Body) => void }) {
  const [edited, setEdited] = useState(body)
  const faults = { failure: null, faults: [], setFailure: () => {}, at: (path: string) => (path === 'body.cards.0.criteria.0.weight' ? '须大于 0' : undefined), below: () => undefined }
  return <ScoreCardForm body={edited} parts={parts} faults={faults} onChange={(next) => (setEdited(next), onBody(next))} />
}

test('[D6] a card is edited with its criteria and levels, and a fault stands at its line', async () => {
  let last: Body = body
  const { person } = renderPage(<Edited onBody={(next) => (last = next)} />)
  expect(await screen.findByText('须大于 0')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('权重'), { target: { value: '2.5' } })
  await person.click(screen.getByText('添加等级'))
  await person.click(screen.getByText('添加指标'))
  fireEvent.change(within(screen.getByRole('group', { name: '指标' })).getByLabelText('编码'), { target: { value: 'PROFIT' } })
  await person.click(screen.getByLabelText('移除等级稳定'))
  const { cards } = last as unknown as { cards: { criteria: { code: string; weight: number; levels: unknown[] }[] }[] }
  expect(cards[0]!.criteria.map(({ code, weight, levels: left }) => [code, weight, left.length])).toEqual([
    ['DEMAND', 2.5, 2],
    ['PROFIT', 1, 0],
  ])
})

test('[D6] the role that rates first is chosen by its name', async () => {
  let last: Body = body
  const { person } = renderPage(<Edited onBody={(next) => (last = next)} />)
  await person.click(await screen.findByRole('combobox', { name: '送审前须由哪个角色先评' }))
  await person.click(await screen.findByText('支撑经理'))
  expect(last.firstRater).toBe('SOLUTION_MANAGER')
})

test('[D6] what is typed stands under headings that are heard with each line', async () => {
  renderPage(<Edited onBody={() => {}} />)
  const headings = async (name: string) => [...(await screen.findByRole('group', { name })).querySelectorAll('input')].map(({ labels }) => labels![0]!.textContent)
  expect(await headings('评分卡业务卡')).toEqual(['编码', '中文名称', '英文名称'])
  expect(await headings('指标市场需求')).toEqual(['编码', '中文名称', '英文名称', '权重'])
  expect(await headings('等级波动')).toEqual(['分值', '中文名称', '英文名称'])
})
