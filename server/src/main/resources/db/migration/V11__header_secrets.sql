-- Values of the headers that subscribers gave for their endpoints: they are sent to that origin, and shown to nobody.
create table if not exists trd_header_value (
  handle varchar(36) not null primary key,
  origin varchar(300) not null,
  content varchar(4100) not null
);
