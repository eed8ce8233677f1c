import type zh from './zh'

export default {
  title: { WON: 'Won: what we learnt', LOST: 'Review of the loss', ABANDONED: 'Why it was abandoned', INVALID: 'Why it is invalid', ANY: 'How it ended' },
  edit: 'Edit',
  write: 'Write',
  editTitle: 'Edit the review: {{name}}',
  none: 'Nothing was written yet. One sentence on what was learnt shows on similar opportunities.',
  otherWinner: 'A competitor outside the register',
  causeAnalysis: 'Analysis of the cause',
  lesson: 'Lesson',
  lessonHint: 'For the next colleague in the same place: similar open opportunities show it.',
  prevention: 'Preventive measure',
  preventionHint: 'It becomes a task of who takes it.',
  preventionOwner: 'Taken by',
  ownerMissing: 'Choose who takes it',
  preventionDueOn: 'Due on',
  until: 'by {{day}}',
  toLesson: 'See this lesson',
  published: 'Published',
  similar: 'Lessons of similar opportunities',
} satisfies typeof zh
