-- Each export or import that was asked for, with all that is needed to go on with it on any node.
create table if not exists trd_bulk_job (
  id varchar(36) not null primary key,
  kind varchar(8) not null,
  request varchar(4000) not null,
  wish text not null,
  state varchar(10) not null,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  error varchar(300),
  progress bigint not null,
  round integer not null
);

-- Its pieces of work. A worker claims one for a while; what a dead worker held is free again when that is over.
create table if not exists trd_bulk_part (
  job varchar(36) not null references trd_bulk_job on delete cascade,
  number integer not null,
  task varchar(8) not null,
  state varchar(8) not null,
  type varchar(64) not null,
  source integer not null,
  content text not null,
  done bigint not null,
  report text,
  attempts integer not null,
  attempt_at timestamp with time zone not null,
  error varchar(300),
  claimed_by varchar(40),
  claimed_until timestamp with time zone,
  primary key (job, number)
);

create index if not exists trd_bulk_part_ready on trd_bulk_part (state, attempt_at);
