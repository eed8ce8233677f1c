-- All of the company read lessons, those of others as far as they are published; leaders and headquarters publish. [D12 E4]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_permission (role_id, permission)
select id, 'lesson:read' from organization.role where builtin and code not in ('PARTNER', 'SYSTEM_ADMIN')
union all
select id, 'lesson:publish' from organization.role
where code in ('OPPORTUNITY_ADMIN', 'CENTER_DIRECTOR', 'DEPUTY_GM', 'GENERAL_MANAGER', 'REGION_SALES', 'SALES_OPS')
union all
select id, 'lesson:export' from organization.role where code in ('OPPORTUNITY_ADMIN', 'REGION_SALES', 'SALES_OPS')
on conflict do nothing;
