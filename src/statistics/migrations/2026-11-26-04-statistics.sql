-- Statistics: what series measure, areas and groups, and observations by release. Rows are added and never changed.
--
-- Two clocks: `known_on` is the day on which figures were public, and `?asof=` asks by it; `loaded_at` is when they came here.
-- Reference tables come in whole loads: the rows of the newest load are in force, the older ones stay.
create schema statistics;

create table statistics.reference (
  id integer primary key check (id > 0),
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  loaded_at timestamptz not null default clock_timestamp(),
  loaded_on date not null,
  author text not null check (author <> '')
);
comment on table statistics.reference is 'A load of areas, groups, codes, data sets and series; the highest id is in force.';

create table statistics.dataset (
  reference integer not null references statistics.reference (id),
  code text collate "C" not null check (code ~ '^[A-Za-z0-9_.-]+$'),
  names jsonb not null check (names ? 'en'),
  publisher jsonb not null check (publisher ? 'en'),
  address text not null,
  licence text not null,
  licence_name text not null,
  licence_address text not null,
  credit text not null check (credit <> ''),
  caveat jsonb check (caveat ? 'en'),
  primary key (reference, code)
);

create table statistics.series (
  code text collate "C" primary key check (code ~ '^[A-Za-z0-9_.-]+$'),
  dataset text collate "C" not null
);
comment on table statistics.series is 'A series stays in its data set for ever: the key of its observations begins with it.';

-- What a series measures, from the day on which that was known. Another meaning is another row, and a break in the series.
create table statistics.definition (
  id integer generated always as identity primary key,
  series text collate "C" not null references statistics.series (code),
  reference integer not null references statistics.reference (id),
  known_on date, -- null: not dated; it holds for every day before the first dated one
  since_year smallint, -- the first year measured in this way; null: all of them
  frame text, -- where a framework of others asks for it: "SDG 17.8.1"
  names jsonb not null check (names ? 'en'),
  unit text not null check (unit <> ''),
  lowest numeric, -- plausible range: outside is flagged, never refused
  highest numeric,
  decimals smallint not null check (decimals between 0 and 9), -- for display only
  better text check (better in ('up', 'down')),
  aggregation text not null
);
create index definition_by_series on statistics.definition (series, known_on);

create table statistics.dimension (
  reference integer not null references statistics.reference (id),
  code text collate "C" not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
  file_column text not null,
  series text[], -- null: of every series
  names jsonb not null check (names ? 'en'),
  position smallint not null,
  primary key (reference, code)
);

-- Code lists of dimensions, and of the attributes UNIT and NATURE.
create table statistics.code (
  reference integer not null references statistics.reference (id),
  list text collate "C" not null,
  code text collate "C" not null check (code ~ '^[A-Za-z0-9_]+$'),
  names jsonb not null check (names ? 'en'),
  position smallint not null,
  primary key (reference, list, code)
);

create table statistics.area (
  reference integer not null references statistics.reference (id),
  code text collate "C" not null check (code ~ '^[A-Z]{3}$'),
  m49 text check (m49 ~ '^[0-9]{3}$'),
  iso2 text,
  names jsonb not null check (names ? 'en'),
  latitude numeric,
  longitude numeric,
  kind text not null,
  primary key (reference, code)
);

create table statistics.alias (
  reference integer not null references statistics.reference (id),
  alias text collate "C" not null,
  kind text not null,
  area text collate "C" not null,
  source text not null,
  primary key (reference, alias, kind, area)
);

create table statistics.scheme (
  reference integer not null references statistics.reference (id),
  code text collate "C" not null check (code ~ '^[A-Za-z0-9-]+$'),
  names jsonb not null check (names ? 'en'),
  composition_on date not null, -- a membership without dates is used for every day asked, and says "composition as of" this day
  dated text not null check (dated in ('all', 'some', 'none')),
  world boolean not null,
  position smallint not null,
  primary key (reference, code)
);

create table statistics.grouping (
  reference integer not null,
  scheme text collate "C" not null,
  code text collate "C" not null check (code ~ '^[A-Za-z0-9-]+$'),
  names jsonb not null check (names ? 'en'),
  primary key (reference, scheme, code),
  foreign key (reference, scheme) references statistics.scheme (reference, code)
);
comment on table statistics.grouping is 'A group is scheme and code: one code can stand in two schemes. As an area it is written scheme/code.';

create table statistics.membership (
  id integer generated always as identity primary key,
  reference integer not null,
  scheme text collate "C" not null,
  grouping text collate "C" not null,
  member text collate "C" not null, -- an area, or a former economy that is none
  from_on date, -- null: not dated, never "always"
  until_on date, -- exclusive
  precision text check (precision in ('day', 'year')),
  status text,
  source text not null,
  known_on date, -- when a published list first said so, where that is known
  check (from_on < until_on),
  foreign key (reference, scheme, grouping) references statistics.grouping (reference, scheme, code)
);
create index membership_by_group on statistics.membership (reference, scheme, grouping, member);
create index membership_by_member on statistics.membership (reference, member);

create table statistics.membership_seen (
  reference integer not null references statistics.reference (id),
  known_on date not null,
  scheme text collate "C" not null,
  member text collate "C" not null,
  event text not null check (event <> ''),
  source text not null,
  primary key (reference, scheme, member, known_on, event)
);
comment on table statistics.membership_seen is 'What a published list said on which day; memberships say when it was so.';

create table statistics.release (
  id integer primary key check (id > 0),
  dataset text collate "C" not null,
  known_on date not null,
  loaded_at timestamptz not null default clock_timestamp(),
  author text not null check (author <> ''),
  reason text not null,
  file text not null check (file <> ''),
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'), -- SHA-256 of the file: the same file is loaded once
  vintage text not null, -- as the file says it
  basis text not null, -- where known_on is from
  credit text not null check (credit <> ''),
  via text,
  caveat jsonb check (caveat ? 'en'),
  observations integer not null check (observations > 0),
  missing integer not null check (missing >= 0),
  bounded integer not null check (bounded >= 0),
  flagged integer not null check (flagged >= 0),
  first_year smallint not null,
  last_year smallint not null
);

create table statistics.release_series (
  release integer not null references statistics.release (id),
  series text collate "C" not null references statistics.series (code),
  observations integer not null check (observations > 0),
  first_year smallint not null,
  last_year smallint not null,
  primary key (series, release)
);
comment on table statistics.release_series is 'What a release brought of each series, counted while it was read: whose figures a page shows is found without counting rows.';

-- A year is a period of twelve months that begins in January. A quarter or a month would come as two more columns of the key,
-- `frequency` (default 'A') and `part` (default 0), added by one migration: rows of a year would stay as they are.
--
-- No foreign keys: a load looks up every code before it writes, and four look-ups a row by triggers cost more than the rest.
-- `doctor` looks for rows that point nowhere. The key begins with the data set, so that it can be the partition; read
-- backwards it gives of each cell the newest row first, so that "as known on a day" needs neither a join nor a sort.
create table statistics.observation (
  dataset text collate "C" not null,
  series text collate "C" not null,
  breakdown text collate "C" not null, -- coded dimensions sorted by name: 'LOCATION=_T;SEX=F'; '' for none
  area text collate "C" not null, -- an economy, or for a published figure of a group scheme/code
  year smallint not null check (year between 1800 and 2200),
  known_on date not null, -- that of its release, which never changes
  release integer not null,
  value numeric check (value not in ('NaN', 'Infinity', '-Infinity')),
  published text not null, -- the cell as in the file, to the letter
  bound text check (bound in ('<', '>')), -- '>' with 95: more than 95, nobody says how much
  missing text check (missing in ('not-available', 'not-collected', 'not-applicable', 'not-yet-assessed', 'withheld', 'withdrawn')),
  unit text not null,
  nature text,
  status text,
  note text not null,
  source text not null,
  flag text check (flag in ('outside-range')),
  primary key (dataset, series, breakdown, area, year, known_on, release),
  constraint value_or_reason check ((value is null) <> (missing is null)),
  constraint bound_has_value check (bound is null or value is not null)
);
