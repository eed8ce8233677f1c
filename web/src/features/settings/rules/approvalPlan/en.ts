import type zh from './zh'

export default {
  approvalPlan: {
    hint: 'From top to bottom, the first flow that fits counts; what no flow speaks of follows the plan that ships.',
    flow: 'Flow {{number}}: {{name}}',
    kind: 'What is decided',
    from: 'Amount from',
    below: 'Amount below',
    yuan: 'yuan',
    grades: 'Grades',
    anyGrade: 'Any',
    level: 'Level {{number}}',
    by: 'Decided by',
    bys: { ROLE: 'A role', LEADER: 'Leader of the department', MANAGER: "Owner's manager" },
    role: 'Role',
    up: 'Departments above',
    mode: 'How many',
    days: 'Within days',
    noLimit: 'No limit',
    above: 'Where only the sender or the owner holds the role, ask instead',
    aboveHint: 'In this order; without one the level has nobody to decide, and nothing can be sent.',
    addLevel: 'Add a level',
    addFlow: 'Add a flow',
    earlier: 'Move forward: {{name}}',
    remove: 'Remove: {{name}}',
  },
} satisfies typeof zh
