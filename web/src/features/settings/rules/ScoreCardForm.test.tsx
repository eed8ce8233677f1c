import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { renderPage } from '../../../testing/renderPage'
import type { Body } from './api'
import { ScoreCardForm } from './ScoreCardForm'

const named = (zh: string) => ({ zh, en: `${zh} en` })
const body: Body = {
  leastRaters: 1,
  firstRater: null,
  cards: [{ code: 'S3', name: named('业务卡'), criteria: [{ code: 'DEMAND', name: named('市场需求'), weight: 1, levels: [{ value: 75, name: named('稳定') }] }] }],
}

function Edited({ onBody }: { onBody: (body: Body) => void }) {
  const [edited, setEdited] = useState(body)
  const faults = { failure: null, faults: [], setFailure: () => {}, at: (path: string) => (path === 'body.cards.0.criteria.0.weight' ? '须大于 0' : undefined), below: () => undefined }
  return <ScoreCardForm body={edited} parts={[]} faults={faults} onChange={(next) => (setEdited(next), onBody(next))} />
}

test('[D6] a card is edited with its criteria and levels, and a fault stands at its line', async () => {
  let last: Body = body
  const { person } = renderPage(<Edited onBody={(next) => (last = next)} />)
  expect(await screen.findByText('须大于 0')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('权重'), { target: { value: '2.5' } })
  await person.click(screen.getByText('添加等级'))
  await person.click(screen.getByText('添加指标'))
  fireEvent.change(screen.getAllByLabelText('指标：编码')[1]!, { target: { value: 'PROFIT' } })
  await person.click(screen.getByLabelText('移除等级稳定'))
  fireEvent.change(screen.getByLabelText('送审前须由哪个角色先评（编码）'), { target: { value: 'SOLUTION_MANAGER' } })
  const { cards } = last as unknown as { cards: { criteria: { code: string; weight: number; levels: unknown[] }[] }[] }
  expect(last.firstRater).toBe('SOLUTION_MANAGER')
  expect(cards[0]!.criteria.map(({ code, weight, levels }) => [code, weight, levels.length])).toEqual([
    ['DEMAND', 2.5, 1],
    ['PROFIT', 1, 0],
  ])
})
