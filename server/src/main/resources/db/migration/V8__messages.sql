-- The inbox holds the messages of several channels; a FHIR answer is longer than an acknowledgement.
alter table trd_inbox add column if not exists channel varchar(20) default 'hl7v2-in' not null;
alter table trd_inbox alter column answer set data type varchar(20000);
drop index if exists trd_inbox_message;
create unique index if not exists trd_inbox_message on trd_inbox (channel, sender, control_id, digest);
drop index if exists trd_inbox_status;
create index if not exists trd_inbox_status on trd_inbox (channel, status, received_at);
