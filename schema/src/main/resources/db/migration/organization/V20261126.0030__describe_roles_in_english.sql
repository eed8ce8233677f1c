-- The description of a role, in English as its name is; empty where only one was given.
alter table organization.role add column description_en text not null default '';

set local qiji.writer = '0';
set local qiji.reason = 'shipped';

update organization.role
set description_en = d.description_en
from (values
    ('ACCOUNT_MANAGER', '发现、跟进、赢得商机', 'Finds, follows and wins opportunities'),
    ('SOLUTION_MANAGER', '初步评估、方案与售前支撑', 'First assessment, solutions, support before the sale'),
    ('OPPORTUNITY_ADMIN', '整理、补全、派发、上报商机', 'Sorts, completes, assigns and reports opportunities'),
    ('CENTER_DIRECTOR', '确认普通商机，带领团队', 'Confirms ordinary opportunities, leads the team'),
    ('DEPUTY_GM', '跟进重要商机，审批', 'Follows important opportunities, approves'),
    ('GENERAL_MANAGER', '跟进重大商机，审批，评审 Top 商机', 'Follows major opportunities, approves, reviews the top ones'),
    ('REGION_SALES', '细化大区规则，监督过程', 'Refines the rules of the region, watches the process'),
    ('SALES_OPS', '规则、流程、指标、预测、分析、考核', 'Rules, processes, measures, forecasts, analysis, appraisal'),
    ('PARTNER', '报备商机，查看其状态', 'Registers opportunities and sees how they stand'),
    ('SYSTEM_ADMIN', '组织、权限、集成、审计；始终拥有全部权限',
        'Organisation, rights, integration, audit; always holds every permission')) as d (code, description, description_en)
where role.code = d.code and role.description = d.description;
