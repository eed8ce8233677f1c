-- A custom field may refer to another record: to one of which type. [A5]
alter table records.custom_field
    add column reference text,
    add constraint custom_field_reference_told check ((kind = 'REFERENCE') = (reference is not null));
comment on column records.custom_field.reference is 'The record type that a field of kind REFERENCE points at; its values are ids';
