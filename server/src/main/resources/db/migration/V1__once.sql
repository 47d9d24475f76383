-- Work that is done once for a database: the example stories, a version of the conformance package.
create table if not exists trd_once (
  name varchar(200) not null primary key,
  taken_at timestamp with time zone not null
);
