-- Tokens that were used to ask for cards, until they expire: each opens the door once, on whichever node.
create table if not exists trd_cds_token (
  digest varchar(64) not null primary key,
  ends_at timestamp with time zone not null
);

create index if not exists trd_cds_token_end on trd_cds_token (ends_at);
