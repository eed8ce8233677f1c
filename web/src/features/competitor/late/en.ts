import type zh from './zh'

export default {
  span: {
    label: 'Day of closing',
    any: 'Closed at any time',
    quarter: 'Closed this quarter',
    lastQuarter: 'Closed last quarter',
    year: 'Closed this year',
    lastYear: 'Closed last year',
    own: 'Closed on chosen days',
    from: 'Closed from',
    to: 'Closed to',
    note: 'Won, lost and win rate count what was closed within these days. Open ones have no day of closing: they are all that are open now.',
  },
} satisfies typeof zh
