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
} satisfies typeof zh
