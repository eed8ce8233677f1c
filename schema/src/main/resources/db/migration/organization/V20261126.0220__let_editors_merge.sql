-- Who may edit and archive customers or contacts may also make one of two. [B1]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_permission (role_id, permission)
select edits.role_id, object || ':merge'
from unnest(array ['customer', 'contact']) as object
join organization.role_permission edits on edits.permission = object || ':edit'
join organization.role_permission archives on archives.role_id = edits.role_id and archives.permission = object || ':archive'
on conflict do nothing;
