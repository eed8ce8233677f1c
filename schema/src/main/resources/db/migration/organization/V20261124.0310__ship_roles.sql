-- The roles that ship, and the first administrator, who has no password until the first run gives one. [A2 A3 A4]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into organization.role (code, name_zh, name_en, description, builtin) values
    ('ACCOUNT_MANAGER', '客户经理', 'Account manager', '发现、跟进、赢得商机', true),
    ('SOLUTION_MANAGER', '支撑经理', 'Solution manager', '初步评估、方案与售前支撑', true),
    ('OPPORTUNITY_ADMIN', '商机管理员', 'Opportunity administrator', '整理、补全、派发、上报商机', true),
    ('CENTER_DIRECTOR', '政企中心主任', 'Center director', '确认普通商机，带领团队', true),
    ('DEPUTY_GM', '分管副经理', 'Branch deputy general manager', '跟进重要商机，审批', true),
    ('GENERAL_MANAGER', '分公司经理', 'Branch general manager', '跟进重大商机，审批，评审 Top 商机', true),
    ('REGION_SALES', '大区销售部', 'Regional sales', '细化大区规则，监督过程', true),
    ('SALES_OPS', '销售管理处', 'Headquarters sales management', '规则、流程、指标、预测、分析、考核', true),
    ('PARTNER', '第三方合作伙伴', 'Partner', '报备商机，查看其状态', true),
    ('SYSTEM_ADMIN', '系统管理员', 'System administrator', '组织、权限、集成、审计；始终拥有全部权限', true);

-- What everyone of the company may, then what each role adds.
insert into organization.role_permission (role_id, permission)
select role.id, permission
from organization.role
cross join unnest(array [
    'opportunity:read', 'customer:read', 'contact:read', 'activity:read', 'activity:create', 'activity:edit',
    'task:read', 'task:create', 'task:edit', 'product:read', 'process:read', 'stage:read',
    'user:read', 'department:read', 'token:own']) as permission
where code not in ('PARTNER', 'SYSTEM_ADMIN');

with added (code, permissions) as (values
    ('ACCOUNT_MANAGER', array ['opportunity:create', 'opportunity:edit',
        'opportunity:export', 'customer:create', 'customer:edit', 'customer:export', 'contact:create', 'contact:edit',
        'contact:unmask', 'activity:export', 'task:export']),
    ('SOLUTION_MANAGER', array ['opportunity:edit', 'opportunity:export', 'contact:unmask', 'product:cost']),
    ('OPPORTUNITY_ADMIN', array ['opportunity:create', 'opportunity:edit',
        'opportunity:reopen', 'opportunity:abandon', 'opportunity:transfer', 'opportunity:export', 'opportunity:import',
        'customer:create', 'customer:edit', 'customer:archive', 'customer:transfer', 'customer:export', 'customer:import',
        'contact:create', 'contact:edit', 'contact:archive', 'contact:unmask', 'contact:export', 'contact:import', 'opportunity:back-date',
        'activity:export', 'task:export']),
    ('CENTER_DIRECTOR', array ['opportunity:create', 'opportunity:edit',
        'opportunity:reopen', 'opportunity:abandon', 'opportunity:transfer', 'opportunity:waive', 'opportunity:export',
        'customer:create', 'customer:edit', 'customer:archive', 'customer:transfer', 'customer:export',
        'contact:create', 'contact:edit', 'contact:archive', 'contact:unmask', 'product:cost', 'activity:export',
        'task:export']),
    ('DEPUTY_GM', array ['opportunity:create', 'opportunity:edit',
        'opportunity:reopen', 'opportunity:abandon', 'opportunity:transfer', 'opportunity:waive', 'opportunity:export',
        'customer:create', 'customer:edit', 'customer:transfer', 'customer:export', 'contact:create', 'contact:edit',
        'contact:unmask', 'product:cost', 'activity:export', 'task:export']),
    ('GENERAL_MANAGER', array ['opportunity:create', 'opportunity:edit',
        'opportunity:reopen', 'opportunity:abandon', 'opportunity:transfer', 'opportunity:waive', 'opportunity:export',
        'customer:create', 'customer:edit', 'customer:transfer', 'customer:export', 'contact:create', 'contact:edit',
        'contact:unmask', 'product:cost', 'activity:export', 'task:export', 'user:export']),
    ('REGION_SALES', array ['opportunity:export', 'customer:export', 'product:cost', 'product:export', 'activity:export',
        'task:export', 'user:export', 'department:export', 'role:read']),
    ('SALES_OPS', array ['opportunity:export', 'opportunity:import', 'customer:export', 'customer:import', 'contact:import',
        'product:create', 'product:edit', 'product:archive', 'product:cost', 'product:export', 'product:import', 'activity:export', 'task:export',
        'process:edit', 'user:export', 'department:export', 'role:read', 'settings:fields']),
    ('PARTNER', array ['opportunity:read', 'process:read', 'stage:read'])
)
insert into organization.role_permission (role_id, permission)
select role.id, permission from added join organization.role using (code) cross join unnest(added.permissions) as permission;

-- How far each reaches over what belongs to someone. What belongs to the company is everyone's to read.
with reach (code, kind) as (values
    ('ACCOUNT_MANAGER', 'OWN_AND_TEAM'), ('SOLUTION_MANAGER', 'OWN_AND_TEAM'), ('OPPORTUNITY_ADMIN', 'DEPARTMENT_AND_BELOW'),
    ('CENTER_DIRECTOR', 'DEPARTMENT_AND_BELOW'), ('DEPUTY_GM', 'DEPARTMENT_AND_BELOW'),
    ('GENERAL_MANAGER', 'DEPARTMENT_AND_BELOW'), ('REGION_SALES', 'DEPARTMENT_AND_BELOW'), ('SALES_OPS', 'ALL'),
    ('PARTNER', 'OWN')
)
insert into organization.role_scope (role_id, object, kind)
select role.id, object, kind
from reach join organization.role using (code)
cross join unnest(array ['opportunity', 'customer', 'contact', 'activity', 'task']) as object
union all
select role.id, object, 'ALL'
from organization.role cross join unnest(array ['product', 'process', 'stage', 'user', 'department', 'role']) as object
where code <> 'SYSTEM_ADMIN';

insert into organization.role_field_rule (role_id, object, field, access)
select role.id, 'product', 'cost', 'HIDDEN' from organization.role where code in ('ACCOUNT_MANAGER', 'OPPORTUNITY_ADMIN', 'PARTNER');

insert into organization.app_user (username, name) values ('admin', '系统管理员');
insert into organization.user_role (user_id, role_id)
select app_user.id, role.id from organization.app_user, organization.role where username = 'admin' and code = 'SYSTEM_ADMIN';
