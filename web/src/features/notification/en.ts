import type zh from './zh'

export default {
  title: 'Notices',
  bell_one: 'Notices, {{shown}} unread',
  bell_other: 'Notices, {{shown}} unread',
  unread_one: '{{shown}} unread',
  unread_other: '{{shown}} unread',
  isUnread: 'Unread',
  allRead: 'All read',
  readAll: 'Mark all as read',
  today: 'Today',
  earlier: 'Earlier',
  more: 'Show more',
  all: 'All notices',
  none: 'No notices yet',
  noneReason: 'Here you are told when an opportunity or a task is given to you, falls due or changes.',
} satisfies typeof zh
