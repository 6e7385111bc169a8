-- What a page about an area says of it first, in its order: series, each in one breakdown, and lists of groups whose figures
-- stand beside its own. Rows of a reference load, like the other tables.
create table statistics.portrait (
  reference integer not null references statistics.reference (id),
  position smallint not null,
  scheme text collate "C",
  series text collate "C" references statistics.series (code),
  breakdown text collate "C",
  primary key (reference, position),
  foreign key (reference, scheme) references statistics.scheme (reference, code),
  constraint list_or_series check ((scheme is null) <> (series is null)),
  constraint series_has_breakdown check ((series is null) = (breakdown is null))
);
