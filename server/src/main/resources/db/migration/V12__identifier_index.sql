-- Unique index over the identifiers by which resources were created conditionally: of type, system and value a SHA-256,
-- because either may be long, and the resource that it belongs to. A plain create puts no row here: an EHR may send a
-- record twice and sort it out later.
create table if not exists trd_identifier (
  digest char(64) not null primary key,
  reference varchar(100) not null
);

create index if not exists idx_trd_identifier_reference on trd_identifier (reference);
