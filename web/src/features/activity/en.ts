import type zh from './zh'

export default {
  log: 'Log follow-up',
  logged: 'Follow-up logged',
  about: 'About',
  about_opportunity: 'Opportunity',
  about_customer: 'Customer',
  aboutMissing: 'Choose the opportunity or customer it is about',
  followUp: { title: 'Log follow-up' },
  task: {
    title: 'New task',
    none: 'No tasks yet',
    complete: 'Complete task: {{title}}',
    reopen: 'Re-open task: {{title}}',
    urgent: 'Urgent',
    overdue: 'Overdue {{day}}',
  },
} satisfies typeof zh
