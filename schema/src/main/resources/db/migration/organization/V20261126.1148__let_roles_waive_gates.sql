-- Who may waive that an opportunity is valid may waive other things that a gate asks for, too. [A2 D5]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role_permission (role_id, permission)
select role_id, 'opportunity:waive-gate' from organization.role_permission where permission = 'opportunity:waive'
on conflict do nothing;
