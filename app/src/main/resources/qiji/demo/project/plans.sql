-- Development plans of some of the newest open opportunities; the later steps of some have slipped. [D7]
create temporary table step (n integer, kind text, title text, from_day integer, to_day integer) on commit drop;
insert into step values
    (1, 'STEP', '拜访决策人，确认需求', 0, 4),
    (2, 'STEP', '现场勘察与方案编写', 5, 14),
    (3, 'MILESTONE', '方案评审通过', 15, 15),
    (4, 'STEP', '商务谈判', 16, 27),
    (5, 'MILESTONE', '签署合同', 30, 30);

create temporary table planned on commit drop as
select o.id, o.owner_id, o.number, :today::date - 8 - (o.id % 17)::integer as begins,
    case when o.id % 5 < 2 then 0 else (o.id % 5)::integer * 2 - 2 end as slip, :today::date - 9 - (o.id % 17)::integer as made
from (select id, owner_id, number from opportunity.opportunity where status = 'OPEN' and owner_id is not null
    order by created_at desc, id desc limit 240) o
where o.id % 3 <> 0;

insert into opportunity.plan (opportunity_id, version, positioning, channel, price, baseline_at, valid_from, changed_by, changed_via)
select id, 2,
    (array ['以稳定和本地服务打动客户，不与对手比低价', '先做试点，以效果说服使用部门', '与客户的信息化规划对接，做长期伙伴'])[(1 + id % 3)::integer],
    (array ['客户经理直接拜访，方案经理配合', '通过信息中心主任引荐分管领导', '与集成商联合投标'])[(1 + id / 3 % 3)::integer],
    (array ['首年让利，次年恢复原价', '打包报价，单项不拆', '底价为刊例价的八五折，再低需审批'])[(1 + id / 7 % 3)::integer],
    made + time '10:00', made + time '10:00', owner_id, 'demo'
from planned;

insert into opportunity.plan_item (opportunity_id, version, kind, title, assignee_id, starts_on, ends_on, base_starts_on, base_ends_on,
    done_on, valid_from, changed_by, changed_via)
select p.id, 1, s.kind, s.title, p.owner_id, p.begins + s.from_day + moved, p.begins + s.to_day + moved,
    p.begins + s.from_day, p.begins + s.to_day,
    case when p.begins + s.to_day + moved < :today::date - 1 then p.begins + s.to_day + moved end,
    p.made + time '10:00', p.owner_id, 'demo'
from planned p cross join step s cross join lateral (select case when s.n > 1 then p.slip else 0 end as moved) m
order by p.id, s.n;

update opportunity.plan_item i set depends_on = b.id
from step s join step before on before.n = s.n - 1, opportunity.plan_item b
where i.title = s.title and b.opportunity_id = i.opportunity_id and b.title = before.title;

insert into opportunity.plan_resource (opportunity_id, place, kind, name, quantity, unit, needed_on, valid_from, changed_by, changed_via)
select p.id, r.place, r.kind, r.name, r.quantity, r.unit, p.begins + r.by_day, p.made + time '10:00', p.owner_id, 'demo'
from planned p cross join (values
    (0, 'PEOPLE', '方案经理', 1, '人', 5), (1, 'EQUIPMENT', '测试终端', 2, '台', 8), (2, 'MONEY', '勘察与差旅', 6000, null, 5))
    as r (place, kind, name, quantity, unit, by_day)
where p.id % 2 = 0;
