-- A plan with all its editions. It comes in whole loads: a load's rows are added and never changed, and the load with the
-- highest number is in force; the older ones stay and can be shown again.
--
-- What is asked for, joined or checked is a typed column; words and whatever hangs on one element alone (readings,
-- quantity, printed quotations) are jsonb in `more`, because pages take a plan as one object and no statement looks inside.
create schema plan;

create table plan.load (
  n integer generated always as identity primary key,
  loaded_at timestamptz not null default clock_timestamp(),
  loaded_on date not null,
  author text not null check (author <> ''),
  reason text not null check (reason <> ''),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  slug text collate "C" not null check (slug ~ '^[a-z0-9][a-z0-9-]*$'),
  names jsonb not null check (names ? 'en'),
  languages text[] not null,
  in_force text collate "C" not null,
  first_shown text collate "C" not null,
  organisation jsonb not null -- its code, names and kinds of link
);
comment on table plan.load is 'The digest is that of all files of the load; units are declared to access in the same transaction.';

create table plan.kind (
  load integer not null references plan.load (n),
  code text collate "C" not null,
  position integer not null,
  role text not null,
  segment text collate "C" not null,
  prefix text collate "C" not null,
  single boolean not null,
  more jsonb not null,
  primary key (load, code),
  unique (load, segment),
  unique (load, prefix)
);

create table plan.unit (
  load integer not null references plan.load (n),
  code text collate "C" not null,
  position integer not null,
  element text collate "C", -- the element that speaks of it
  more jsonb not null,
  primary key (load, code)
);

create table plan.framework (
  load integer not null references plan.load (n),
  slug text collate "C" not null,
  position integer not null,
  more jsonb not null,
  primary key (load, slug)
);

create table plan.edition (
  load integer not null references plan.load (n),
  code text collate "C" not null,
  position integer not null,
  state text not null check (state in ('adopted', 'draft')),
  first_year integer not null,
  last_year integer not null check (last_year >= first_year),
  known_on date, -- null: nobody knows from when it exists, and no day is guessed
  more jsonb not null,
  primary key (load, code)
);

create table plan.element (
  load integer not null,
  edition text collate "C" not null,
  id text collate "C" not null,
  position integer not null,
  kind text collate "C" not null,
  concept text collate "C" not null,
  parents text[] not null,
  number text, -- as printed
  agreement text not null check (agreement in ('agreed', 'bracketed', 'alternative')),
  certainty text not null check (certainty in ('sure', 'likely', 'open')),
  title jsonb not null check (title ? 'en'),
  more jsonb not null,
  primary key (load, edition, id),
  unique (load, edition, position),
  unique (load, edition, kind, concept),
  foreign key (load, edition) references plan.edition (load, code),
  foreign key (load, kind) references plan.kind (load, code)
);

create table plan.bracket (
  load integer not null,
  edition text collate "C" not null,
  id text collate "C" not null,
  position integer not null,
  element text collate "C" not null,
  more jsonb not null,
  primary key (load, edition, id),
  foreign key (load, edition, element) references plan.element (load, edition, id)
);

create table plan.crosswalk_row (
  load integer not null references plan.load (n),
  from_edition text collate "C" not null,
  to_edition text collate "C" not null,
  id text collate "C" not null,
  position integer not null,
  kind text collate "C" not null,
  relation text not null,
  series text not null check (series in ('yes', 'yes-with-note', 'no', 'not-a-series')),
  from_ids text[] not null,
  to_ids text[] not null,
  more jsonb not null,
  primary key (load, from_edition, to_edition, id)
);

create table plan.finding (
  load integer not null references plan.load (n),
  id text collate "C" not null,
  position integer not null,
  kind text not null check (kind in ('editorial', 'ambiguity')),
  certainty text not null check (certainty in ('sure', 'likely', 'open')),
  more jsonb not null,
  primary key (load, id)
);

-- What an indicator asks to be measured: a selection of a series, or the reason why there is none.
create table plan.measure (
  load integer not null,
  id text collate "C" not null,
  position integer not null,
  edition text collate "C" not null,
  element text collate "C" not null,
  series text collate "C",
  breakdown text collate "C",
  reason text,
  more jsonb not null,
  primary key (load, id),
  check ((series is null) = (breakdown is null) and (series is null) <> (reason is null)),
  foreign key (load, edition, element) references plan.element (load, edition, id)
);
create index measure_by_series on plan.measure (load, series);

create table plan.benchmark (
  load integer not null,
  id text collate "C" not null,
  position integer not null,
  edition text collate "C" not null,
  target text collate "C" not null,
  kind text not null check (kind in ('text', 'literal', 'companion', 'decision')),
  value numeric, -- null: no number
  is_first boolean not null,
  more jsonb not null,
  primary key (load, id),
  foreign key (load, edition, target) references plan.element (load, edition, id)
);
create unique index benchmark_first on plan.benchmark (load, edition, target) where is_first;
