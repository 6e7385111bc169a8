-- People, the roles that they hold, and how they sign in. Who somebody is and what they may do are rows that are added; the
-- latest is in force, and whoever has left stays in history. What must end when it ends (a session, a link, a secret) is changeable.

create table access.person (
  id uuid primary key default gen_random_uuid(),
  added_at timestamptz not null default now()
);

create table access.person_state (
  n bigint generated always as identity primary key,
  person uuid not null references access.person (id),
  name text not null check (name <> ''),
  email text not null check (email = lower(email) and email <> ''),
  language text not null check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  is_proven boolean not null,
  is_closed boolean not null,
  at timestamptz not null default now(),
  by text not null check (by <> '')
);
create index person_state_latest on access.person_state (person, n desc);
create index person_state_email on access.person_state (email);

create view access.person_now as
  select distinct on (person) person as id, name, email, language, is_proven, is_closed, at
  from access.person_state order by person, n desc;

-- A role that somebody holds, or from this row on holds no more.
create table access.role_state (
  n bigint generated always as identity primary key,
  person uuid not null references access.person (id),
  role text not null check (role <> ''),
  scope text not null check (scope in ('everywhere', 'unit', 'economy')),
  code text not null check ((scope = 'everywhere') = (code = '')),
  is_held boolean not null,
  at timestamptz not null default now(),
  by text not null check (by <> '')
);
create index role_state_latest on access.role_state (person, role, scope, code, n desc);

create view access.role_now as
  select person, role, scope, code, at from (
    select distinct on (person, role, scope, code) person, role, scope, code, at, is_held
    from access.role_state order by person, role, scope, code, n desc
  ) latest where is_held;

create table access.password (
  person uuid primary key references access.person (id),
  hash text not null,
  set_at timestamptz not null default now()
);
comment on table access.password is 'changeable: nothing of an earlier password is kept';

-- Somebody at an OpenID provider, linked once.
create table access.identity (
  issuer text not null,
  subject text not null,
  person uuid not null references access.person (id),
  linked_at timestamptz not null default now(),
  primary key (issuer, subject)
);

create table access.session (
  id uuid primary key default gen_random_uuid(),
  digest bytea not null unique,
  person uuid not null references access.person (id),
  started_at timestamptz not null default now(),
  expires_at timestamptz not null,
  awaits_code boolean not null,
  -- How somebody signed in: by password, link, OpenID, invitation; with a code after it or not.
  way text not null check (way in ('password', 'link', 'openid', 'invitation')),
  agent text not null,
  address text not null
);
create index session_person on access.session (person);
create index session_expires on access.session (expires_at);
comment on table access.session is 'changeable: a session ends, and then it is gone';

create table access.link (
  digest bytea primary key,
  purpose text not null check (purpose in ('invitation', 'sign-in', 'password', 'first')),
  person uuid references access.person (id),
  landing text not null default '/',
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((purpose = 'first') = (person is null))
);
create index link_person on access.link (person);
create index link_expires on access.link (expires_at);
comment on table access.link is 'changeable: a link works once';

create table access.second_factor (
  person uuid primary key references access.person (id),
  -- Sealed; its key is not in the database.
  secret bytea not null,
  added_at timestamptz not null default now(),
  confirmed_at timestamptz,
  -- The last step of thirty seconds whose code was taken: none is taken twice.
  last_step bigint not null default 0
);
comment on table access.second_factor is 'changeable: a step is used up, a factor is given up';

create table access.recovery_code (
  person uuid not null references access.person (id),
  digest bytea not null,
  primary key (person, digest)
);
comment on table access.recovery_code is 'changeable: a code works once';

create table access.token (
  id uuid primary key default gen_random_uuid(),
  digest bytea not null unique,
  person uuid not null references access.person (id),
  name text not null check (name <> ''),
  scopes text[] not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index token_person on access.token (person);

create table access.token_revocation (
  token uuid primary key references access.token (id),
  at timestamptz not null default now(),
  by text not null check (by <> '')
);

-- Letters that wait to be sent. They hold links, so they are sealed; what is sent is gone.
create table access.letter (
  n bigint generated always as identity primary key,
  sealed bytea not null,
  written_at timestamptz not null default now(),
  next_at timestamptz not null default now(),
  tries integer not null default 0
);
comment on table access.letter is 'changeable: a letter that was sent is gone';
