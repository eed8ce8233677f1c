import type zh from './zh'

export default {
  title: 'Competitors',
  add: 'Add a competitor',
  edit: 'Edit {{name}}',
  remove: 'Remove {{name}}',
  removeAsk: 'Is {{name}} no competitor here any more?',
  none: 'No competitors yet',
  save: 'Save',
  who: 'Competitor',
  whoMissing: 'Choose the competitor',
  threat: 'Threat',
  threats: { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' },
  threatIs: { HIGH: 'High threat', MEDIUM: 'Medium threat', LOW: 'Low threat' },
  strength: 'Strength',
  weakness: 'Weakness',
  price: 'Price here (yuan)',
  counterStrategy: 'Our counter-strategy',
  lostTo: 'Lost to which competitor',
  lostToHint: 'Those of this opportunity stand first; any other of the register is added to it.',
  here: 'Of this opportunity',
} satisfies typeof zh
