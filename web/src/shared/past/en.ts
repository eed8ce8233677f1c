import type zh from './zh'

export default {
  label: 'Looking back',
  open: 'Look back',
  chosen: 'Look back: {{day}}',
  hint: 'See everything as of a past day',
  choose: 'Look back to',
  ends: { yesterday: 'Yesterday', week: 'End of last week', month: 'End of last month', quarter: 'End of last quarter', year: 'End of last year' },
  other: 'Another day',
  banner: 'You see the end of {{day}}. Read only.',
  begin: 'A record can be looked back on from the day it entered the system.',
  back: 'Back to now',
  none: 'No records on this day yet',
  noneReason: 'None had entered the system by then, or none was within your scope on that day.',
  missing: 'This record was not there on that day',
  missingReason: 'At the end of {{day}} it had not yet entered the system, or was not yours to see.',
} satisfies typeof zh
