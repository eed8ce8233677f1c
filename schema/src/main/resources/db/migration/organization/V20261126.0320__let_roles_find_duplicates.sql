-- Who keeps customers in order finds those that are there twice, and decides on them. [B1]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_permission (role_id, permission)
select role.id, 'customer:deduplicate'
from organization.role
where code in ('SYSTEM_ADMIN', 'OPPORTUNITY_ADMIN', 'CENTER_DIRECTOR', 'DEPUTY_GM', 'GENERAL_MANAGER', 'SALES_OPS')
on conflict do nothing;
