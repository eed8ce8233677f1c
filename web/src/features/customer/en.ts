import type zh from './zh'

export default {
  title: 'Customers',
  create: 'New customer',
  import: 'Import',
  none: 'No customers yet',
  noneReason: 'There are none within what you may see. Make one, or import a table.',
  more: 'More',
  facts: 'About',
  tabs: {
    followUps: 'Follow-ups',
    opportunities: 'Opportunities',
    contacts: 'Contacts ({{count}})',
    tasks: 'Tasks',
    files: 'Files',
    subsidiaries: 'Subsidiaries ({{count}})',
  },
  subsidiaries: 'Subsidiaries',
  standing: { OPEN: 'Open', WON: 'Won', LOST: 'Lost', count: '{{text}} in all' },
  opportunities: { none: 'No opportunities with this customer yet' },
  contacts: { none: 'No contacts yet' },
  followUps: {
    none: 'No follow-ups yet',
    noneReason: 'Log visits, calls and meetings: the next step will remind you.',
    outcome: 'Outcome: {{text}}',
    next: 'Next: {{text}} {{day}}',
  },
  duplicates: {
    title: 'This customer may already be there:',
    same: 'the same',
    like: 'alike',
    hidden: '{{count}} more of the same belong to others and are not for you to see.',
  },
  transfer: {
    title: 'Transfer',
    ask: 'Transfer “{{name}}”',
    note: 'The new owner, and their department, will see the customer.',
    owner: 'New owner',
    ownerMissing: 'Choose the new owner',
    reason: 'Reason',
    done: 'Transferred to {{name}}',
  },
} satisfies typeof zh
