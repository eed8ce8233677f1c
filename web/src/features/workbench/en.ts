import type zh from './zh'

export default {
  title: 'Workbench',
  notTold: 'Your role may not see the fields that this is about.',
  greeting: '{{name}}, today is {{date}}',
  all: 'Show all',
  allOf: 'Show all: {{what}}',
  stages: {
    title: 'Open opportunities',
    board: 'Open the board',
    none: 'No open opportunities.',
    stage: 'Stage',
    count: 'Count',
    amount: 'Expected',
    weighted: 'Weighted',
  },
  nextSteps: { title: 'Next steps due', none: 'No next steps due within seven days.', unplanned: 'See what has no next step yet' },
  tasks: { title: 'My tasks', none: 'No open tasks.' },
  overstays: { title: 'Overstayed', none: 'Nothing has stayed too long.' },
} satisfies typeof zh
