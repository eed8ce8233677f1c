import type zh from './zh'

export default {
  title: 'Files',
  drop: 'Drop files here, up to 50 MB each',
  choose: 'Choose files',
  none: 'No files',
  tooLarge: 'Larger than {{size}}: compress or split it',
  remove: 'Remove',
  removeNamed: 'Remove {{name}}',
  removeAsk: 'Remove “{{name}}”?',
  share: {
    more: 'Show more',
    title: 'Shared with',
    note: 'Colleagues with whom it is shared see this one record beyond their scope, and cannot change it.',
    who: 'Choose a colleague',
    until: 'Shared until',
    untilDay: 'until {{day}}',
    forEver: 'for good',
    by: 'shared by {{name}}',
    add: 'Share',
    none: 'Not shared with anybody',
    end: 'Stop sharing with {{name}}',
    endAsk: 'Stop sharing with {{name}}?',
  },
} satisfies typeof zh
