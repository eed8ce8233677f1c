import type zh from './zh'

export default {
  title: 'Contacts',
  create: 'New contact',
  none: 'No contacts yet',
  noneReason: 'Note who matters at the customer: who decides, who has influence, what they think.',
  show: 'Show how to reach {{name}}',
  showBoth: 'Show phone and e-mail in full',
} satisfies typeof zh
