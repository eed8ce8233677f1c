-- As for opportunities; of follow-ups, whose texts are alike, only words in one of 17 rows were known. [X1]
alter table activity.activity alter column search set statistics 500;
analyze activity.activity (search);
