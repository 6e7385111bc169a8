-- How the figure of a group comes from those of its members, series by series: rows of a reference load, like the other tables.
create table statistics.aggregation (
  reference integer not null references statistics.reference (id),
  series text collate "C" not null references statistics.series (code),
  position smallint not null, -- the first rule whose codes a breakdown has is in force for it
  codes jsonb not null, -- by dimension; {} for every breakdown
  method text not null check (method in ('weighted-mean', 'mean', 'sum', 'ratio-of-sums', 'median', 'count', 'share', 'none')),
  weight_series text collate "C", -- of a ratio: the denominator
  weight_breakdown text collate "C",
  numerator_series text collate "C",
  numerator_breakdown text collate "C",
  times numeric check (times > 0), -- of a ratio: what it is multiplied by
  passes text check (passes in ('at-least', 'above', 'at-most', 'below')),
  threshold numeric,
  reason jsonb check (reason ? 'en'), -- why there is none
  regions text collate "C", -- the scheme whose groups lend values to members without one; null: none do
  primary key (reference, series, position),
  constraint weighed check ((weight_series is null) = (weight_breakdown is null)
    and (weight_series is not null or method not in ('weighted-mean', 'ratio-of-sums'))),
  constraint ratio check ((method = 'ratio-of-sums') = (numerator_series is not null and numerator_breakdown is not null and times is not null)),
  constraint counted check ((method in ('count', 'share')) = (passes is not null and threshold is not null)),
  constraint reasoned check ((method = 'none') = (reason is not null))
);
