-- All of the company read the register of competitors; sellers add whom they meet, their leaders and headquarters keep it. [D11]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_permission (role_id, permission)
select id, 'competitor:read' from organization.role where builtin and code not in ('PARTNER', 'SYSTEM_ADMIN')
union all
select id, 'competitor:create' from organization.role
where code in ('ACCOUNT_MANAGER', 'SOLUTION_MANAGER', 'OPPORTUNITY_ADMIN', 'CENTER_DIRECTOR', 'DEPUTY_GM', 'GENERAL_MANAGER',
    'REGION_SALES', 'SALES_OPS')
union all
select id, 'competitor:edit' from organization.role
where code in ('SOLUTION_MANAGER', 'OPPORTUNITY_ADMIN', 'CENTER_DIRECTOR', 'DEPUTY_GM', 'GENERAL_MANAGER', 'REGION_SALES',
    'SALES_OPS')
union all
select id, 'competitor:export' from organization.role where code in ('OPPORTUNITY_ADMIN', 'REGION_SALES', 'SALES_OPS')
union all
select id, permission from organization.role
cross join unnest(array ['competitor:archive', 'competitor:import']) as permission
where code in ('OPPORTUNITY_ADMIN', 'SALES_OPS')
on conflict do nothing;

insert into organization.role_scope (role_id, object, kind)
select id, 'competitor', 'ALL' from organization.role where builtin and code not in ('PARTNER', 'SYSTEM_ADMIN')
on conflict do nothing;
