-- Patients whose record has ended because it was merged into another one, which goes on: asked on every write about a
-- patient, and kept in the transaction that links the two.
create table if not exists trd_merged_patient (
  patient varchar(100) not null primary key,
  successor varchar(100) not null
);
