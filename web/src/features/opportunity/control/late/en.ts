import type zh from './zh'

export default {
  waits_one: 'It waits for {{count}} thing that you cannot fill in here; move on once it is there.',
  waits_other: 'It waits for {{count}} things that you cannot fill in here; move on once they are there.',
  teamFollowsUp: 'Only what the owner or a member of the team logs counts as a follow-up. Ask one of them, or join the team first.',
  confirmFirst: 'Grade and assessment are confirmed together: assess it and send that first.',
  gradeFirst: 'The assessment was approved, the grade was not confirmed: send it in the card “Grade”.',
  toAssessment: 'To the assessment',
  withdrawn: 'Withdrawn: later moves do without it. It let a move through, so it stays counted.',
  countsLead: 'Who waived how many gate items in which stage, of the opportunities that you see.',
  countsNote: 'Those that let a move through stay counted when they are withdrawn.',
  from: 'From',
  to: 'To',
  person: 'Waived by',
  stage: 'Stage',
  times: 'Items waived',
  opportunities: 'Opportunities',
  none: 'Nothing was waived in that time',
} satisfies typeof zh
