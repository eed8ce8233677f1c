-- The process that ships: 政企销售 A–F. Names, win rates and all of stage C as the source has them [S17]; where it is
-- silent, what is usual. Maturity by stage [S4]. A valid opportunity (need, decision-maker, budget) passes A. [S7 D5]
set local qiji.writer = '0';

with made as (
    insert into process.process (code, name, description, is_default)
    values ('GOV-ENTERPRISE', '政企销售', '面向政企客户的销售流程：从了解商机到交接回款', true)
    returning id
)
insert into process.stage (process_id, code, name, position, win_rate, expected_conversion, planned_days, maturity,
    is_final, goal, participants, key_actions, key_results, questions, verification, gate)
select made.id, s.*
from made, (values
    ('A', '了解商机', 1, 10, 50, 7, 'POTENTIAL', false,
        '弄清客户是谁、想要什么，判断是否值得跟进',
        array ['客户经理'],
        array ['拜访或致电客户，了解业务现状与痛点', '了解客户的决策链，找到关键决策人（KP）', '了解客户预算与对价格的接受程度', '登记商机来源与竞争情况'],
        array ['需求、关键决策人、预算三项均已了解，并留有依据'],
        array ['客户是想换、想了解还是想做？', '谁来决定，谁会影响决定？', '客户有没有预算，认可我们的价值吗？'],
        '拜访纪要',
        '{}'::jsonb),
    ('B', '确认商机', 2, 25, 60, 7, 'VALID', false,
        '与客户确认需求、时间与预算，确定跟进方向与人员',
        array ['客户经理', '顾问'],
        array ['与使用者、技术专家确认需求细节', '向关键决策人确认立项意向与时间表', '评估竞争态势与我方资源', '明确跟进人员与分工'],
        array ['客户确认需求清单与时间表', '明确跟进策略'],
        array ['客户什么时候必须做决定？', '主要竞争对手是谁，优势在哪里？', '我方资源能否满足？'],
        '需求确认记录',
        '{"requiredFields": ["customer", "expectedAmount", "expectedSignOn"], "validityRequired": true}'),
    ('C', '方案论证', 3, 50, 60, 10, 'FEASIBLE', false,
        '拿出客户认可的方案，化解决策圈的顾虑',
        array ['客户经理', '顾问'],
        array ['通过线人了解项目进展及决策圈的顾虑', '公司客户总监或者分公司总经理支持商务谈判', '针对决策圈的顾虑制定个性化的谈判方案', '通过使用者和技术专家来推动客户立项', '与客户基本达成一致意见', '多角度削弱竞争对手对客户的影响', '多角度削弱客户内部的反对意见', '申请公司支持、给客户附加值', '达成框架性合作意向'],
        array ['针对客户企业具体情况提供产品并进行详细介绍'],
        array ['决策圈还有哪些顾虑？', '谁反对，为什么？', '方案相对竞争对手的优势是否被认可？'],
        '框架性合作意向',
        '{"requiredFields": ["customer", "expectedAmount", "expectedSignOn"], "validityRequired": true}'),
    ('D', '商务谈判', 4, 75, 80, 10, 'TARGET', false,
        '就价格、付款与交付条件达成一致',
        array ['客户经理', '顾问', '客户总监'],
        array ['提交正式报价与商务条款', '就价格、付款方式与交付周期谈判', '取得内部价格与合同审批', '确认客户采购与招标流程'],
        array ['客户接受商务条款'],
        array ['客户的底线与我方的底线各是什么？', '还有哪些条款没有谈妥？', '采购流程还要多久？'],
        '经客户确认的报价单',
        '{"requiredFields": ["customer", "expectedAmount", "expectedSignOn", "expectedRevenueOn"], "validityRequired": true}'),
    ('E', '销售成交', 5, 90, 95, 7, 'TARGET', false,
        '完成合同签订',
        array ['客户经理', '客户总监'],
        array ['合同文本定稿并完成双方审核', '确认承诺金额与首次收入时间', '完成合同签订'],
        array ['双方签署合同'],
        array ['签字人是谁，什么时候签？', '还有什么会推迟签约？'],
        '已签署的合同',
        '{"requiredFields": ["customer", "expectedAmount", "committedAmount", "expectedSignOn", "expectedRevenueOn"], "validityRequired": true}'),
    ('F', '交接回款', 6, 100, null, 30, 'SUCCESS', true,
        '移交交付、按期回款，建立完整的客户档案',
        array ['客户经理', '支撑经理'],
        array ['向交付团队移交合同与客户要求', '跟进开通与验收', '按合同节点回款', '补全客户档案'],
        array ['交付验收', '首笔回款到账'],
        array ['交付有没有风险？', '回款计划是否落实？', '还有哪些交叉销售的机会？'],
        '验收单与回款凭证',
        '{"requiredFields": ["customer", "expectedAmount", "committedAmount", "closedOn"], "validityRequired": true}')
) as s (code, name, position, win_rate, expected_conversion, planned_days, maturity, is_final, goal, participants,
    key_actions, key_results, questions, verification, gate);
