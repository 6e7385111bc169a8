-- Units of the organisation. A declaration is added whole and never changed: the latest one is in force.
create schema access;

create table access.declaration (
  n bigint generated always as identity primary key,
  declared_at timestamptz not null default now(),
  declared_by text not null check (declared_by <> '')
);

create table access.unit (
  declaration bigint not null references access.declaration (n),
  code text not null check (code <> ''),
  position integer not null,
  names jsonb not null check (names ? 'en'),
  short text,
  sort text not null check (sort in ('sector', 'secretariat', 'advisory', 'office', 'organ', 'group')),
  under text,
  serves text[] not null,
  advises text[] not null,
  members text[] not null,
  primary key (declaration, code),
  foreign key (declaration, under) references access.unit (declaration, code)
);
