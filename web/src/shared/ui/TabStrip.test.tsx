import { fireEvent, screen } from '@testing-library/react'
import { renderPage } from '../../testing/renderPage'
import { TabStrip } from './TabStrip'

const tabs = ['概况', '任务', '共享', '历史'].map((label) => ({ key: label, label, children: label }))

test('tells at which end there are more tabs, and leads there by the wheel', () => {
  renderPage(<TabStrip label="商机" tabs={tabs} active="概况" onChange={() => {}} />)
  const strip = screen.getByRole('tablist')
  let left = 0
  Object.defineProperties(strip, {
    clientWidth: { value: 300 },
    scrollWidth: { value: 500 },
    scrollLeft: {
      get: () => left,
      set: (to: number) => {
        left = Math.min(Math.max(to, 0), 200)
        fireEvent.scroll(strip)
      },
    },
  })
  fireEvent.scroll(strip)
  expect(strip.dataset.more).toBe('after')
  expect(fireEvent.wheel(strip, { deltaY: 120 })).toBe(false)
  expect(strip.dataset.more).toBe('before after')
  fireEvent.wheel(strip, { deltaY: 120 })
  expect(strip.dataset.more).toBe('before')
  // At its end the page scrolls on.
  expect(fireEvent.wheel(strip, { deltaY: 120 })).toBe(true)
})
