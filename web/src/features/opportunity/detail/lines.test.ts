import { amountOf, blankLine, totalOf } from './lines'

test('a line is quantity times price less discount, to the cent', () => {
  expect(amountOf({ ...blankLine(), quantity: 3, price: 19.99, discountPercent: 10 })).toBe(53.97)
  expect(amountOf({ ...blankLine(), quantity: 1, price: null })).toBe(0)
  expect(totalOf([{ ...blankLine(), price: 0.1 }, { ...blankLine(), price: 0.2 }])).toBe(0.3)
})
