-- What the house itself remembers: every deed that changed something. Rows are added, never changed.
create schema platform;

create table platform.event (
  n bigint generated always as identity primary key,
  at timestamptz not null default now(),
  person text not null check (person <> ''),
  event text not null check (event ~ '^[a-z]+\.[a-zA-Z]+$'),
  -- What the deed was about, in plain values, as its command or route tells it.
  facts jsonb not null default '{}'
);

comment on table platform.event is 'Its highest number is the Revision that pages are kept under.';
