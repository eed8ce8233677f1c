-- Work items (工作事项) and diagnosis indicators (诊断指标) complete the control parameters of a stage. [D5 S4 S17]
alter table process.stage
    add column work_items text[] not null default '{}',
    add column indicators text[] not null default '{}';
comment on column process.stage.work_items is 'Work items (工作事项): what is to be worked on in the stage';
comment on column process.stage.indicators is 'Diagnosis indicators (诊断指标): by which one judges how far the goal is reached';
select platform.keep_versions('process.stage');

-- What ships, into the stages that still are those that shipped.
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

update process.stage
set work_items = s.work_items, indicators = s.indicators
from process.process, (values
    ('A', '了解商机',
        array ['收集客户、行业政策与竞争对手信息', '联系客户，登记商机及其来源', '判断商机是否有效：需求、关键决策人、预算'],
        array ['首次联系距登记不超过 2 天', '需求、关键决策人、预算三项的依据齐全', '已判断直接或间接、长期或短期']),
    ('B', '确认商机',
        array ['评估市场需求、竞争态势、资源匹配与盈利', '核对客户的决策圈与决策流程', '确定跟进策略、人员与分工'],
        array ['四项评估均有结论', '决策圈中每个角色都有人名', '需求清单已经客户确认']),
    ('C', '方案论证',
        array ['编写解决方案并向客户讲解', '逐一了解并化解决策圈的顾虑', '比较竞争对手的方案与报价'],
        array ['方案得到使用者与技术专家认可', '决策圈的顾虑全部有应对办法', '客户已内部立项或列入预算']),
    ('D', '商务谈判',
        array ['准备报价、付款与交付条款', '组织谈判，记录双方的让步与结果', '办理内部价格与合同审批'],
        array ['未达成一致的条款数', '报价与客户预算的差距', '内部审批是否完成']),
    ('E', '销售成交',
        array ['合同文本定稿与审核', '落实签字人、用印与签约日期', '核对承诺金额与开通时间'],
        array ['签约日期与预计签约日期相差的天数', '承诺金额与预计金额之比']),
    ('F', '交接回款',
        array ['召开交接会，移交合同与客户要求', '跟进开通、验收与开票', '按回款计划催收，回访客户满意度'],
        array ['开通是否按期', '应回款与已回款之比', '客户对交付的满意度'])
) as s (code, name, work_items, indicators)
where process.id = stage.process_id and process.code = 'GOV-ENTERPRISE' and stage.code = s.code and stage.name = s.name;
