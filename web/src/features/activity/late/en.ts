import type zh from './zh'

export default {
  unreal: {
    tag: 'Not a follow-up',
    add: 'Add the outcome',
    why: 'It has no outcome, or who logged it neither owned this nor was on its team then. What the responsible leader does in person counts apart.',
    outcome: 'Logged, but without an outcome it does not count as a follow-up. It will once you add that in the timeline.',
    team: 'Logged, but you neither own this nor are on its team, so it does not count as a follow-up. What the responsible leader does in person counts apart.',
  },
} satisfies typeof zh
