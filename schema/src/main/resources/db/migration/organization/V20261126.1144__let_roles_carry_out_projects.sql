-- Who works with opportunities carries out what they won; a project is seen as its opportunity is. [D12]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_permission (role_id, permission)
select p.role_id, given.permission
from organization.role_permission p
join organization.role r on r.id = p.role_id and r.builtin and r.code <> 'PARTNER'
join (values ('opportunity:read', 'project:read'), ('opportunity:edit', 'project:create'), ('opportunity:edit', 'project:edit'),
    ('opportunity:export', 'project:export')) as given (by, permission) on given.by = p.permission
on conflict do nothing;

insert into organization.role_scope (role_id, object, kind)
select s.role_id, 'project', s.kind
from organization.role_scope s
join organization.role r on r.id = s.role_id and r.builtin and r.code <> 'PARTNER'
where s.object = 'opportunity'
on conflict do nothing;
