-- The cards that were shown, and what became of them; nothing of a patient.
create table if not exists trd_cds_card (
  card varchar(36) not null primary key,
  service varchar(60) not null,
  issued_at timestamp with time zone not null,
  outcome varchar(12),
  reason varchar(200),
  note varchar(1000),
  ended_at timestamp with time zone
);
