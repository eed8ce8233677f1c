import type zh from './zh'

export default {
  title: 'Search',
  placeholder: 'Name, pinyin, initials, number or last four digits of a phone',
  types: 'Kinds of results',
  all: 'All',
  tab: '{{label}} {{count}}',
  atLeast: '{{count}}+',
  more: 'See all: {{label}}',
  next: 'Show 20 more',
  newestOnly: 'There are many: these are the closest among the newest {{most}}. Type a little more to be more precise.',
  mistyped: 'Similar',
  elsewhere: '{{field}}: ',
  about: '{{type}} “{{label}}”',
  begin: 'What are you looking for?',
  beginReason:
    'Type a part of a name, its pinyin or initials (hwjs finds 华为技术), a number, or the last four digits of a contact’s phone. One slip is forgiven.',
  none: 'Nothing found for “{{text}}”',
  noneReason: 'Try another word, or fewer characters. Only what you may see is listed here.',
  clear: 'Clear the search',
} satisfies typeof zh
