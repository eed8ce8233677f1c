import type zh from './zh'

export default {
  title: 'Tasks',
  views: 'Which tasks to show',
  view: { mine: 'Mine to do', overdue: 'Overdue', open: 'To do', done: 'Done', all: 'All' },
  none: {
    mine: 'Nothing to do',
    overdue: 'Nothing is overdue',
    open: 'Nothing to do',
    done: 'Nothing done yet',
    all: 'No tasks yet',
  },
  noneReason: 'Tasks are made here, or on the page of an opportunity or a customer.',
  status: { OPEN: 'To do', DONE: 'Done', CANCELLED: 'Cancelled', overdue: 'Overdue' },
} satisfies typeof zh
