-- What waits follows its record to another owner: nobody decides their own, whenever it became theirs. [D9]
set local qiji.writer = '0';

comment on column approval.request.owner_id is 'Whose the record is while it waits, whose it was when it ended; 0 for nobody; neither they nor asked_by decide';
-- What waits about the records of somebody who leaves.
create index request_open_by_owner on approval.request (owner_id) where state = 'OPEN';
update approval.request r set owner_id = coalesce(o.owner_id, 0), version = r.version + 1
from opportunity.opportunity o
where r.state = 'OPEN' and r.record_type = 'opportunity' and o.id = r.record_id and r.owner_id <> coalesce(o.owner_id, 0);
