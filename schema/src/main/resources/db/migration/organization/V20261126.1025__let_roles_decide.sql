-- Whoever works in the company may be asked to approve. [A2 D9]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_permission (role_id, permission)
select id, 'approval:decide' from organization.role where builtin and code not in ('PARTNER', 'SYSTEM_ADMIN')
on conflict do nothing;
