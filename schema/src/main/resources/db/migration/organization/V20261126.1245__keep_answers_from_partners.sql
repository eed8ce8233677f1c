-- What was answered to the questions of stages, and the evidence given, is the company's own, too. [product, roles]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_field_rule (role_id, object, field, access)
select id, 'opportunity', 'stageAnswers', 'HIDDEN' from organization.role where builtin and code = 'PARTNER'
on conflict do nothing;
