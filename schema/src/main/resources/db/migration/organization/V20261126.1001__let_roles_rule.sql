-- Rules are everybody's to read but the partners'; headquarters makes them, a region refines its own. [S10 X7]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_permission (role_id, permission)
select id, 'rule:read' from organization.role where builtin and code not in ('PARTNER', 'SYSTEM_ADMIN')
union all
select id, 'rule:edit' from organization.role where code in ('SALES_OPS', 'REGION_SALES')
on conflict do nothing;

insert into organization.role_scope (role_id, object, kind)
select id, 'rule', case code when 'REGION_SALES' then 'DEPARTMENT_AND_BELOW' else 'ALL' end
from organization.role where builtin and code not in ('PARTNER', 'SYSTEM_ADMIN')
on conflict do nothing;
