import { fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { vi } from 'vitest'
import type { Body, Part } from '../api'
import { PlanForm } from './PlanForm'

const choices = (path: string, ...codes: string[]): Part => ({ path, type: 'CHOICE', label: path, choices: codes.map((code) => ({ code, label: `名 ${code}` })) })
const parts = [
  choices('flows.kind', 'abandonment', 'grade'),
  choices('flows.grades', 'GENERAL', 'MAJOR'),
  choices('flows.levels.role', 'CENTER_DIRECTOR', 'GENERAL_MANAGER'),
  choices('flows.levels.mode', 'ANY', 'ALL'),
]
const level = { by: 'ROLE', role: 'CENTER_DIRECTOR', above: [], up: 0, mode: 'ANY', days: 3 }
const plan: Body = { flows: [{ kind: 'abandonment', grades: [], from: null, below: null, levels: [level] }] }
const faults = { failure: null, faults: [], setFailure: () => {}, at: (path: string) => (path === 'body.flows.0.below' ? '须大于起点金额' : undefined), below: () => undefined }

function open() {
  const said = vi.fn<(body: Body) => void>()
  function Held() {
    const [body, setBody] = useState(plan)
    const change = (next: Body) => {
      setBody(next)
      said(next)
    }
    return <PlanForm body={body} parts={parts} onChange={change} faults={faults} />
  }
  render(<Held />)
  return said
}

// D9
test('a plan is edited flow by flow and level by level', () => {
  const said = open()
  const flow = screen.getByRole('region', { name: '流程 1：名 abandonment' })
  expect(within(flow).getByText('须大于起点金额')).toBeTruthy()

  fireEvent.change(within(flow).getByLabelText('金额不低于'), { target: { value: '1000' } })
  fireEvent.click(within(flow).getByRole('button', { name: '添加一级' }))
  fireEvent.change(within(within(flow).getByRole('group', { name: '第 2 级' })).getByLabelText('几天内'), { target: { value: '5' } })
  fireEvent.click(within(flow).getByRole('button', { name: '前移：第 2 级' }))
  expect(said).toHaveBeenLastCalledWith({
    flows: [{ kind: 'abandonment', grades: [], from: 1000, below: null, levels: [{ ...level, role: null, days: 5 }, level] }],
  })

  fireEvent.click(within(flow).getByRole('button', { name: '删除：第 1 级' }))
  fireEvent.click(screen.getByRole('button', { name: '添加流程' }))
  expect(screen.getAllByRole('region')).toHaveLength(2)
  fireEvent.click(within(flow).getByRole('button', { name: '删除：名 abandonment' }))
  expect(screen.getAllByRole('region')).toHaveLength(1)
  expect(said).toHaveBeenLastCalledWith({ flows: [{ kind: 'abandonment', grades: [], from: null, below: null, levels: [{ ...level, role: null }] }] })
})
