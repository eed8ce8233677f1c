import type zh from './zh'

export default {
  title: 'Competitors',
  create: 'New competitor',
  none: 'No competitors yet',
  noneReason: 'Those met in opportunities are chosen from here; strengths, weaknesses and price level are written once, for all.',
  winLoss: {
    title: 'Win/loss by competitor',
    what: 'How the opportunities that you see went where each competitor was met. A figure leads to them.',
    competitor: 'Competitor',
    open: 'Open',
    won: 'Won',
    lost: 'Lost',
    lostToIt: 'Lost to it',
    rate: 'Win rate',
    rateHint: 'Won ÷ (won + lost)',
    archived: 'Archived',
    behind: '{{name}}: {{side}}, {{text}}',
    none: 'No competitors to compare yet',
    noneReason: 'Enter them in the register, then say in an opportunity, under “Competitors”, whom you met.',
  },
} satisfies typeof zh
