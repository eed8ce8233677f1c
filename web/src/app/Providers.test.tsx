import { render, screen } from '@testing-library/react'
import { theme } from 'antd'
import { newQueryClient } from './queryClient'
import { Providers } from './Providers'

/** Says whether the component library may move. */
const Motion = () => <p>{theme.useToken().token.motion ? 'moves' : 'still'}</p>

const show = async (asked: boolean) => {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (query) => ({ matches: asked && query.includes('reduced-motion'), addEventListener: () => {}, removeEventListener: () => {} }) as unknown as MediaQueryList,
  )
  render(
    <Providers client={newQueryClient()} features={[]}>
      <Motion />
    </Providers>,
  )
  return (await screen.findByText(/moves|still/)).textContent
}

afterEach(() => vi.restoreAllMocks())

test('nothing moves for those who asked their system for that, and menus wait for no animation', async () => {
  expect(await show(true)).toBe('still')
})

test('else changes are explained by motion', async () => {
  expect(await show(false)).toBe('moves')
})
