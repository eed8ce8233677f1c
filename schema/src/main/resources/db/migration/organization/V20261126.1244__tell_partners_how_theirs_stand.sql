-- Partners register opportunities and see how they stand, nothing else [product, roles]: what the company thinks of them,
-- how it steers them and what it learnt are its own. Roles may be changed in the settings as before.
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_field_rule (role_id, object, field, access)
select role.id, 'opportunity', field, 'HIDDEN'
from organization.role
cross join unnest(array [
    'maturity', 'validityState', 'valid', 'needKnown', 'needEvidence', 'kpKnown', 'kpEvidence', 'budgetKnown', 'budgetEvidence',
    'validityWaivedBy', 'validityWaiver', 'responsibleLeader', 'committedAmount', 'customerBudget', 'expectedMonthly',
    'committedMonthly', 'budgetMonthly', 'weightedAmount', 'wonAmount', 'ownerWinRate', 'nextStep', 'nextStepOn',
    'lastFollowUpAt', 'daysInStage', 'overstayDays', 'overstayOn', 'lostReason', 'lostTo', 'lostToCompetitor', 'lossSummary',
    'lesson', 'prevention', 'preventionOwner', 'preventionDueOn', 'closingNote', 'secrecy', 'grade', 'gradePending', 'gradeState',
    'gradeConfirmedAt', 'rad', 'period', 'cityReport', 'cityReportedOn', 'leaderFollowUpAt', 'progressOverdue', 'leaderOverdue',
    'approach', 'horizon', 'coverage', 'intent', 'rivals', 'score', 'screening', 'approvalPending', 'edition', 'gateWaivedBy',
    'team', 'plan'
]) as field
where role.builtin and role.code = 'PARTNER'
on conflict do nothing;
