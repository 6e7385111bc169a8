-- Calibrations: errors of the past as data with a number and a date, each with the series it was computed from. They are added
-- and never changed; which one is in force is a dated row of its own, because a person says so.
create schema progress;

create table progress.calibration (
  number integer primary key check (number >= 1),
  dated date not null,
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  author text not null check (author <> ''),
  reason text not null check (reason <> ''),
  added_at timestamptz not null default clock_timestamp()
);

create table progress.calibration_file (
  calibration integer not null references progress.calibration (number),
  name text collate "C" not null check (name ~ '^(inputs/)?[a-z0-9-]+\.(json|csv)$'),
  content text not null,
  primary key (calibration, name)
);
comment on table progress.calibration_file is 'Whole files, to the letter: they are read as one, and what they hold is told by their text.';

create table progress.in_force (
  n integer generated always as identity primary key,
  calibration integer not null references progress.calibration (number),
  since date not null,
  author text not null check (author <> ''),
  reason text not null check (reason <> ''),
  said_at timestamptz not null default clock_timestamp()
);

create table progress.accuracy (
  n integer generated always as identity primary key,
  calibration integer not null references progress.calibration (number),
  run_on date not null,
  author text not null check (author <> ''),
  result jsonb not null
);
comment on table progress.accuracy is 'What a backtest of a calibration on its own inputs came to; the newest of a calibration is shown.';
