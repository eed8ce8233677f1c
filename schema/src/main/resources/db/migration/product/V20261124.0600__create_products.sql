-- What we sell. [D1]
create schema product;

create table product.product (
    id          bigint         generated always as identity primary key,
    version     integer        not null default 0,
    code        text           check (length(code) <= 60) constraint product_code_unique unique,
    name        text           not null check (name <> '' and length(name) <= 200) constraint product_name_unique unique,
    series      text           check (length(series) <= 100),
    unit        text           check (length(unit) <= 20),
    list_price  numeric(18, 2) check (list_price >= 0),
    cost        numeric(18, 2) check (cost >= 0),
    description text           check (length(description) <= 5000),
    custom      jsonb          not null default '{}',
    search      tsvector,
    archived_at timestamptz,
    created_at  timestamptz    not null default now(),
    created_by  bigint         not null
);
comment on column product.product.list_price is 'Yuan a unit, tax-exclusive';
comment on column product.product.cost is 'Yuan a unit; shown only to those allowed';
create index product_by_series on product.product (series);
create index product_by_search on product.product using gin (search);
select audit.watch('product.product');
