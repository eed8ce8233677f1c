-- Projects of the newest won opportunities, as far as their days say; some of the newest are not set up yet. [D12]
create temporary table work (n integer, kind text, title text, from_day integer, to_day integer) on commit drop;
insert into work values
    (1, 'STEP', '资源准备与设备到货', 7, 21),
    (2, 'STEP', '施工与安装', 22, 45),
    (3, 'MILESTONE', '开通', 46, 46),
    (4, 'STEP', '试运行', 47, 64),
    (5, 'MILESTONE', '客户验收', 67, 67);

create temporary table won on commit drop as
select o.id, o.name, o.owner_id, o.closed_on, age, case when o.id % 4 = 1 then 5 else 0 end as slip,
    case when age <= 7 then 'SET_UP' when age <= 80 then 'RUNNING' when age <= 110 then 'COMPLETED' else 'CLOSED' end as state
from (select id, name, owner_id, closed_on, :today::date - closed_on as age from opportunity.opportunity
    where status = 'WON' and owner_id is not null order by closed_on desc, id desc limit 200) o
where o.id % 5 <> 0 and o.closed_on < :today::date;

insert into project.project (version, opportunity_id, name, lead_id, state, state_at, percent, due_on, started_on, completed_on,
    completion_note, closed_on, closing_note, baseline_at, reported_at, created_at, created_by, valid_from, changed_by, changed_via)
select 1, id, name, owner_id, state,
    case state when 'SET_UP' then closed_on + 1 when 'RUNNING' then closed_on + 7 when 'COMPLETED' then closed_on + 75 else closed_on + 105 end
        + time '09:30',
    case state when 'SET_UP' then 0 when 'RUNNING' then least(95, age * 100 / 80) else 100 end,
    closed_on + 67, case when state <> 'SET_UP' then closed_on + 7 end,
    case when state in ('COMPLETED', 'CLOSED') then closed_on + 75 end,
    case when state in ('COMPLETED', 'CLOSED') then '客户签署验收单' end,
    case when state = 'CLOSED' then closed_on + 105 end, case when state = 'CLOSED' then '资料归档，转入日常维护' end,
    closed_on + 2 + time '09:00', null, closed_on + 1 + time '09:00', owner_id, closed_on + 1 + time '09:00', owner_id, 'demo'
from won;

insert into project.item (project_id, version, kind, title, assignee_id, starts_on, ends_on, base_starts_on, base_ends_on, done_on,
    valid_from, changed_by, changed_via)
select p.id, 1, k.kind, k.title, w.owner_id, w.closed_on + k.from_day + moved, w.closed_on + k.to_day + moved,
    w.closed_on + k.from_day, w.closed_on + k.to_day,
    case when w.closed_on + k.to_day + moved < :today::date and w.state <> 'SET_UP' then w.closed_on + k.to_day + moved end,
    p.valid_from, w.owner_id, 'demo'
from won w join project.project p on p.opportunity_id = w.id cross join work k
cross join lateral (select case when k.n > 1 then w.slip else 0 end as moved) m
order by p.id, k.n;

update project.item i set depends_on = b.id
from work k join work before on before.n = k.n - 1, project.item b
where i.title = k.title and b.project_id = i.project_id and b.title = before.title;

insert into project.report (project_id, percent, feedback, reported_at, reported_by)
select p.id, r.percent, r.feedback, w.closed_on + r.day + time '16:30', w.owner_id
from won w join project.project p on p.opportunity_id = w.id
cross join (values (18, 20, '设备已下单，客户机房具备条件'), (40, 55, '主干已敷设，末端待客户协调物业'), (60, 80, '已开通，试运行正常，客户反馈良好'))
    as r (day, percent, feedback)
where w.state <> 'SET_UP' and r.day < w.age
order by p.id, r.day;

update project.project p set reported_at = r.at
from (select project_id, max(reported_at) as at from project.report group by project_id) r where r.project_id = p.id;
