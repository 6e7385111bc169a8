-- What can be searched for: derived from what the features offer, and made anew when that changes.
--
-- Rows are added and never changed: a generation is written whole, and the one with the highest number is in force. The
-- owner of the tables removes older ones when a server starts; nothing is lost with them.
do $$
declare place text;
begin
  create extension if not exists fuzzystrmatch with schema platform;
  select quote_ident(n.nspname) into place
  from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'fuzzystrmatch';
  -- Wherever the extension was put before us.
  execute format('create function platform.letters_apart(text, text, integer) returns integer
    language sql immutable strict parallel safe as ''select %s.levenshtein_less_equal($1, $2, $3)''', place);
end
$$;

create table platform.search_generation (
  n integer generated always as identity primary key,
  made_at timestamptz not null default clock_timestamp(),
  -- Of the documents and of the way they are taken apart: another digest is another generation.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  documents integer not null,
  texts integer not null
);

-- A document in one language.
create table platform.search_text (
  generation integer not null references platform.search_generation (n),
  n integer not null, -- the order of the features and of their lists
  key text collate "C" not null,
  kind text collate "C" not null,
  language text collate "C" not null,
  address text not null, -- without a language
  label text not null, -- what it is: "Shelf 2"
  title text not null,
  body text not null,
  codes text[] not null, -- by which people ask for exactly this
  weight real not null, -- of the document, times what its length takes from it
  since date, -- null: always
  until date, -- the first day on which it is no more; null: never
  terms tsvector not null, -- A: codes, B: title, C: label, D: body
  primary key (generation, n)
);
create index search_text_by_terms on platform.search_text using gin (terms);
create index search_text_by_key on platform.search_text (generation, key);

create table platform.search_word (
  generation integer not null references platform.search_generation (n),
  word text collate "C" not null,
  spelling text not null, -- as a text has it
  texts integer not null,
  length integer not null,
  primary key (generation, word)
);
create index search_word_by_length on platform.search_word (generation, length);
