-- How a word is best looked for depends on how many rows hold it. Of the 1,000 words that are known by default even the
-- rarest is in one of 50 rows; for all others one and the same is guessed. [X1]
alter table opportunity.opportunity alter column search set statistics 500;
analyze opportunity.opportunity (search);
