-- How an opportunity is classified, and who brought it. [D1 D2 S2 S3 S8 S9 S18]
alter table opportunity.opportunity
    add column reporter_id bigint references organization.app_user,
    add column referrer    text check (length(referrer) <= 100),
    add column offering    text check (offering in ('STANDARD', 'ICT')),
    add column approach    text check (approach in ('DIRECT', 'INDIRECT')),
    add column horizon     text check (horizon in ('SHORT_TERM', 'LONG_TERM')),
    add column coverage    text check (coverage in ('LOCAL', 'CITY_WIDE')),
    add column cooperation text check (cooperation in ('CUSTOMER', 'PARTNER', 'PROJECT')),
    add column intent      text check (intent in ('HIGH', 'MEDIUM', 'LOW'));
comment on column opportunity.opportunity.discoverer_id is 'Who found it; not always who reported or entered it';
comment on column opportunity.opportunity.reporter_id is 'Who reported it upwards (上报人)';
comment on column opportunity.opportunity.referrer is 'Who referred the customer to us (推荐人)';
comment on column opportunity.opportunity.offering is 'What a demand is for: a standard product, or an ICT project [S9]';
select platform.keep_versions('opportunity.opportunity', array ['search', 'version', 'last_follow_up_at']);
