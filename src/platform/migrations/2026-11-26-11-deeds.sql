-- What a form needs besides its deed: a number under which it is done once, a limit of tries, and a place to wait while its
-- writer signs in. And the audit trail: what a deed changed, and a chain over all of them.

-- A form that is sent twice does its deed once: the second answer is the first one's.
create table platform.submission (
  once uuid primary key,
  person text not null,
  went_to text not null,
  at timestamptz not null default now()
);

-- Tries that are counted, whatever came of them.
create table platform.try (
  what text not null,
  who text not null,
  since timestamptz not null,
  tries integer not null,
  primary key (what, who)
);
comment on table platform.try is 'changeable: a count of what was tried lately';

-- A form whose writer's session had ended: it waits an hour, for that person, behind a link that only they were given.
create table platform.kept_form (
  digest bytea primary key,
  person text not null,
  path text not null,
  fields jsonb not null,
  expires_at timestamptz not null
);
comment on table platform.kept_form is 'changeable: what is written here is gone after an hour';

alter table platform.event
  -- The unit or economy that did it.
  add unit text,
  -- Why, in the words of whoever did it.
  add reason text,
  -- What stood before and what stands after, in plain values; null where nothing was there.
  add before jsonb,
  add after jsonb,
  -- How it came: a page, a program with a token, the command line, the content that ships.
  add way text not null default 'command' check (way in ('page', 'token', 'command', 'content')),
  add previous bytea,
  add digest bytea;

-- What of a deed the chain holds, as one text. JSON says where each part ends.
create function platform.event_text(e platform.event) returns text language sql stable strict as $$
  select jsonb_build_array((e).n, to_char((e).at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), (e).person, (e).event,
    (e).unit, (e).reason, (e).way, (e).facts, (e).before, (e).after)::text
$$;

-- Each deed's digest covers the one before it: a row that is changed, left out or put in later breaks the chain there.
do $$
declare
  one platform.event;
  last bytea := ''::bytea;
begin
  for one in select * from platform.event order by n loop
    one.previous := last;
    last := sha256(last || convert_to(platform.event_text(one), 'UTF8'));
    update platform.event set previous = one.previous, digest = last where n = one.n;
  end loop;
end
$$;
alter table platform.event alter previous set not null, alter digest set not null;

create function platform.link_event() returns trigger language plpgsql as $$
declare last platform.event;
begin
  -- A backup that its owner brings back has its links already; whoever serves has no say in them.
  if new.digest is not null and pg_has_role(
    current_user, (select relowner from pg_class where oid = 'platform.event'::regclass), 'usage'
  ) then
    return new;
  end if;
  -- One deed ends at a time: they are linked in the order in which they can be seen.
  perform pg_advisory_xact_lock(hashtext('platform.event'));
  select * into last from platform.event order by n desc limit 1;
  new.n := coalesce(last.n, 0) + 1;
  new.previous := coalesce(last.digest, ''::bytea);
  new.digest := sha256(new.previous || convert_to(platform.event_text(new), 'UTF8'));
  return new;
end
$$;
create trigger link_event before insert on platform.event for each row execute function platform.link_event();

create index event_by_person on platform.event (person, n);
create index event_by_event on platform.event (event, n);

comment on column platform.event.digest is 'SHA-256 of the previous deed''s digest and this deed''s text.';
