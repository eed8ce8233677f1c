-- Whom to remind today: open tasks by their day, in batches.
create index task_by_due on activity.task (due_on, id) where status = 'OPEN';
