-- Whoever presses the button behind a link twice sends it twice, and the browser hears the second answer alone. So a link that is
-- used up stays until its time is over: the form that used it is known by its number, and the session that it began is replaced.
alter table access.link
  add column used_at timestamptz,
  add column used_once text,
  add column session bytea;
