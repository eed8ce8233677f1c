import type zh from './zh'

export default {
  brand: 'Qiji, start page',
  brandShort: 'Qiji 契机',
  skip: 'Skip to content',
  demo: 'Demonstration system: all data is invented. Try anything.',
  create: 'New',
  createOrSearch: 'Create and search',
  version: 'Version {{version}}',
  navigation: { label: 'Main navigation', expand: 'Expand navigation', collapse: 'Collapse navigation', me: 'Me' },
  view: {
    language: 'Language',
    appearance: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    system: 'As the system',
    density: 'Density',
    comfortable: 'Comfortable',
    compact: 'Compact',
  },
  palette: {
    open: 'Search and commands',
    placeholder: 'Search records, pages or actions',
    recent: 'Opened lately',
    pages: 'Pages',
    actions: 'Actions',
    searching: 'Searching…',
    none: 'Nothing found for “{{text}}”. Try another word; pinyin initials work too.',
    toLight: 'Switch to light',
    toDark: 'Switch to dark',
  },
  shortcuts: { title: 'Keyboard shortcuts', go: 'Go to {{page}}' },
  notFound: {
    title: 'There is no such page',
    reason: 'The address may be wrong, or the content is gone or not yours to see.',
    home: 'Go to the start page',
  },
} satisfies typeof zh
