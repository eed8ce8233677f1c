-- The products that ship for the process 政企销售; an ICT project splits into the last two. [S9 D1] They are there to be
-- edited, and only where nobody entered any.
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

insert into product.product (code, name, series, unit, created_by)
select p.code, p.name, p.series, p.unit, 0
from (values
    ('P-INT', '互联网专线', '专线', '条·月'),
    ('P-DATA', '数据专线', '专线', '条·月'),
    ('P-FIBER', '裸光纤', '专线', '芯公里·月'),
    ('P-IOT', '物联网', '物联网', '卡·月'),
    ('P-FLOW', '流量统付', '移动业务', 'GB'),
    ('P-MAS', '集团MAS', '移动业务', '万条'),
    ('P-IDC', 'IDC托管', '云与数据中心', '机柜·月'),
    ('P-IMS', 'IMS固话', '语音', '线·月'),
    ('P-BASE', '基础业务', 'ICT', '条·月'),
    ('P-SI', '系统集成', 'ICT', '人天')) as p (code, name, series, unit)
where not exists (select from product.product);
