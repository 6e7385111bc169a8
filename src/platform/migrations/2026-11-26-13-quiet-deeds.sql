-- A deed that changes nothing that a page shows (somebody signs in) leaves pages standing that are kept until the next deed.
-- It is no part of what the chain holds: it is about pages and not about the deed.
alter table platform.event add is_quiet boolean not null default false;
create index event_not_quiet on platform.event (n) where not is_quiet;
