-- How many of a stage's opportunities the company expects to go on, and what a partner's opportunity is sold for line by
-- line, are the company's own. Only where nobody has begun: a company at work hides them when it chooses to. [product, roles]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_field_rule (role_id, object, field, access)
select role.id, object, field, 'HIDDEN'
from organization.role
cross join (values ('stage', 'expectedConversion'), ('opportunity', 'lines')) as hidden (object, field)
where role.builtin and role.code = 'PARTNER' and not exists (select from opportunity.opportunity)
on conflict do nothing;
