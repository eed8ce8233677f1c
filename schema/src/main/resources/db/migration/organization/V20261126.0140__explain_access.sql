-- Who answers for others may ask who sees a record, and why. [A5]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_permission (role_id, permission)
select role.id, 'access:explain'
from organization.role
where code in ('SYSTEM_ADMIN', 'OPPORTUNITY_ADMIN', 'DEPUTY_GM', 'GENERAL_MANAGER', 'SALES_OPS')
on conflict do nothing;
