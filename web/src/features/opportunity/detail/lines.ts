import type { Reference, Schemas } from '../../../api/types'

/** A product in an opportunity as the server tells it; money in yuan. */
export type LineRow = Schemas['PartQueriesLineRow']

/** A line being edited. Without a price the product's list price counts. */
export interface LineDraft {
  key: string
  product: Reference | null
  quantity: number | null
  price: number | null
  discountPercent: number | null
  note: string
}

let drafts = 0
const newKey = () => `draft ${++drafts}`

export const blankLine = (): LineDraft => ({ key: newKey(), product: null, quantity: 1, price: null, discountPercent: null, note: '' })

export const draftOf = (line: LineRow): LineDraft => ({
  key: newKey(),
  product: { id: line.productId, label: line.productName },
  quantity: Number(line.quantity),
  price: Number(line.price),
  discountPercent: Number(line.discountPercent),
  note: line.note ?? '',
})

export const isComplete = ({ product, quantity }: LineDraft) => product !== null && quantity !== null && quantity > 0

/** Quantity × price less discount, in yuan to the cent, as the server counts it. */
export const amountOf = ({ quantity, price, discountPercent }: LineDraft) =>
  Math.round((quantity ?? 0) * (price ?? 0) * (100 - (discountPercent ?? 0)) + 1e-6) / 100

export const totalOf = (all: LineDraft[]) => Math.round(all.reduce((sum, line) => sum + amountOf(line), 0) * 100) / 100
