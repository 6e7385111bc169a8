-- The shapes of maps: rows of a reference load, like the other tables. Whoever replaces the file replaces the map.
create table statistics.shape (
  reference integer not null references statistics.reference (id),
  position smallint not null,
  dataset text collate "C" not null, -- whose shapes they are: a data set without series
  code text collate "C" not null, -- of an area, or of land that is none: drawn without a name and without a figure
  geometry jsonb not null check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')), -- GeoJSON, RFC 7946: longitude before latitude
  primary key (reference, position)
);
