-- The risk register. A risk is the list of what was done about it: rows are added, never changed, and what it is on a day is
-- derived from those up to it. A review that was decided is kept as the text that it was, with its digest.
create schema risks;

-- How the organization measures risks, from a day on. An assessment keeps the scale that it was made on.
create table risks.scale (
  n integer generated always as identity primary key,
  since date not null,
  likelihood jsonb not null check (jsonb_array_length(likelihood) between 3 and 5),
  impact jsonb not null check (jsonb_array_length(impact) between 3 and 5),
  -- [{"code", "words"}], from the lightest to the gravest
  grades jsonb not null check (jsonb_array_length(grades) between 2 and 6),
  -- a row for each step of likelihood, in it the place of the grade for each step of impact
  matrix jsonb not null check (jsonb_array_length(matrix) = jsonb_array_length(likelihood)),
  -- the place of the gravest grade that is borne
  appetite integer not null check (appetite >= 0),
  reason text not null check (reason <> ''),
  person text not null check (person <> ''),
  declared_at timestamptz not null default now()
);

create table risks.risk (
  n bigint generated always as identity primary key,
  id text not null unique generated always as ('r' || n::text) stored,
  entered_at timestamptz not null default now()
);

create table risks.step (
  n bigint generated always as identity primary key,
  risk text not null references risks.risk (id),
  kind text not null check (kind in ('described', 'adopted', 'assessed', 'mitigated', 'progressed', 'watched', 'unwatched',
    'answered', 'levelled', 'closed', 'merged')),
  done_on date not null,
  at timestamptz not null default now(),
  person text not null check (person <> ''),
  reason text not null,
  -- described; the owner of a mitigation too
  title text,
  cause text,
  event text,
  effect text,
  owner text,
  elements text[],
  -- assessed
  scale integer references risks.scale (n),
  inherent_likelihood integer,
  inherent_impact integer,
  residual_likelihood integer,
  residual_impact integer,
  -- the mitigation or the watch that it is about
  part text check (part ~ '^[mw][1-9][0-9]{0,4}$'),
  -- mitigated
  what text,
  due_on date,
  expected text,
  percent integer check (percent between 0 and 100), -- progressed
  -- watched
  series text,
  breakdown text,
  area text, -- null: the world; answered: that of the observation
  direction text check (direction in ('above', 'below')),
  threshold text,
  -- answered: the observation that the question was about
  year integer,
  decimal text,
  release integer,
  level text check (level in ('unit', 'strategic')), -- levelled
  merged_into text references risks.risk (id),
  check (kind <> 'described' or num_nonnulls(title, cause, event, effect, owner, elements) = 6),
  check (kind <> 'assessed' or
    num_nonnulls(scale, inherent_likelihood, inherent_impact, residual_likelihood, residual_impact) = 5),
  check (kind not in ('mitigated', 'progressed', 'watched', 'unwatched', 'answered') or part is not null),
  check (kind <> 'mitigated' or num_nonnulls(what, owner, due_on, expected) = 4),
  check (kind <> 'progressed' or percent is not null),
  check (kind <> 'watched' or num_nonnulls(series, breakdown, direction, threshold) = 4),
  check (kind <> 'answered' or num_nonnulls(area, year, decimal, release) = 4),
  check (kind <> 'levelled' or level is not null),
  check (kind <> 'merged' or (merged_into is not null and merged_into <> risk))
);
create index step_by_risk on risks.step (risk, n);

create table risks.review (
  year integer primary key check (year between 1900 and 2200),
  opened_on date not null,
  person text not null check (person <> ''),
  opened_at timestamptz not null default now()
);

-- What the body says about a risk in a review. The latest of a risk counts.
create table risks.verdict (
  n bigint generated always as identity primary key,
  year integer not null references risks.review (year),
  risk text not null references risks.risk (id),
  kind text not null check (kind in ('confirmed', 'changed', 'merged', 'closed', 'new')),
  merged_into text references risks.risk (id),
  inherent_likelihood integer,
  inherent_impact integer,
  residual_likelihood integer,
  residual_impact integer,
  reason text not null check (reason <> ''),
  said_on date not null,
  person text not null check (person <> ''),
  -- the latest row of the risk when this was said
  seen bigint not null,
  check ((kind = 'merged') = (merged_into is not null))
);
create index verdict_by_year on risks.verdict (year, n);

create table risks.frozen_review (
  year integer primary key references risks.review (year),
  decision text not null check (decision <> ''),
  decided_on date not null,
  frozen_at timestamptz not null default now(),
  person text not null check (person <> ''),
  body text not null,
  digest bytea not null check (digest = sha256(convert_to(body, 'UTF8')))
);

-- A spreadsheet that somebody brought back: what it says is looked at before anything is taken from it, and it is taken once.
create table risks.sheet (
  n bigint generated always as identity primary key,
  name text not null,
  person text not null check (person <> ''),
  at timestamptz not null default now(),
  -- {"columns": the letter of each column by its key, "rows": [{"row", "cells": texts by key}]}
  content jsonb not null
);

create table risks.sheet_taken (
  n bigint primary key references risks.sheet (n),
  person text not null check (person <> ''),
  at timestamptz not null default now()
);
