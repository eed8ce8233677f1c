-- Who owns an opportunity may abandon it, as its leaders may; dating back into a closed month is for headquarters. [D12 M2]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_permission (role_id, permission)
select role.id, permission
from (values ('ACCOUNT_MANAGER', 'opportunity:abandon'), ('SALES_OPS', 'opportunity:edit'), ('SALES_OPS', 'opportunity:back-date'))
    as added (code, permission)
join organization.role using (code)
on conflict do nothing;

delete from organization.role_permission
using organization.role
where role.id = role_permission.role_id and role.code = 'OPPORTUNITY_ADMIN' and permission = 'opportunity:back-date';
