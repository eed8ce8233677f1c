-- What an API token may do of what its owner may. Those made before do everything, as they did. [A6]
alter table organization.api_token
    add column scope       text   not null default 'EVERYTHING' check (scope in ('READ', 'EVERYTHING', 'CHOSEN')),
    add column permissions text[] not null default '{}',
    add constraint api_token_permissions_chosen check ((scope = 'CHOSEN') = (cardinality(permissions) > 0));
alter table organization.api_token alter column scope drop default;
comment on column organization.api_token.permissions is 'The most it may do where its scope is CHOSEN; never more than its owner may at the moment of use';
