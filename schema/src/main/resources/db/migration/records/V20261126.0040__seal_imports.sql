-- Any cell of an imported file may be somebody's phone number or mail address: what an import keeps of its file is
-- sealed by the vault, as JSON, and the file itself lies sealed. [B7]
set local qiji.writer = '0';

-- What lay open goes. Imports that have not changed anything yet are to be begun again; of the others stays what can be
-- undone without it.
alter table records.import_run drop column columns, drop column mapping, drop column report;
update audit.entry set before = before - array ['columns', 'mapping', 'report'], after = after - array ['columns', 'mapping', 'report']
where subject_type = 'records.import_run';
update platform.job set result = null where kind = 'import-dry-run';
delete from records.kept_mapping;
delete from records.import_error;
delete from records.import_change where before is not null;
delete from records.import_run
where state not in ('DONE', 'UNDONE') and not exists (select from records.import_change where run_id = import_run.id);
update records.import_run set state = 'DONE' where state not in ('DONE', 'UNDONE');

alter table records.import_run rename column file_sha256 to content;
alter table records.import_run
    add column columns_cipher bytea,
    add column mapping_cipher bytea,
    add column report_cipher  bytea;
alter table records.kept_mapping drop column mapping, add column mapping_cipher bytea not null;
alter table records.import_error
    drop column cells,
    drop column faults,
    add column cells_cipher  bytea not null,
    add column faults_cipher bytea not null;
alter table records.import_change drop column before, add column before_cipher bytea;

comment on column records.import_run.content is 'The name of its sealed content in the file store';
comment on column records.import_run.columns_cipher is 'The columns and samples of each; null for imports from before they were sealed';
comment on column records.import_run.report_cipher is 'What the dry run found';
comment on column records.import_change.before_cipher is 'What the changed fields held; null for a record that the run created';
