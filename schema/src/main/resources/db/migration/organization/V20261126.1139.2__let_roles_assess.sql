-- Sellers and solution managers assess, their leaders too; whoever works in the company and may edit opportunities reckons what they bring. [D6]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_permission (role_id, permission)
select id, permission from organization.role
cross join unnest(array ['opportunity:assess', 'opportunity:profit']) as permission
where code in ('ACCOUNT_MANAGER', 'SOLUTION_MANAGER', 'OPPORTUNITY_ADMIN', 'CENTER_DIRECTOR', 'DEPUTY_GM', 'GENERAL_MANAGER',
    'REGION_SALES', 'SALES_OPS')
on conflict do nothing;
