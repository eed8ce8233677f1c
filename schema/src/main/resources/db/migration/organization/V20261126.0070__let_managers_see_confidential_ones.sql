-- Who leads a branch, and headquarters whose figures have to be whole, see confidential opportunities within their scope.
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_permission (role_id, permission)
select role.id, 'opportunity:confidential'
from organization.role
where code in ('DEPUTY_GM', 'GENERAL_MANAGER', 'SALES_OPS')
on conflict do nothing;
