-- One row for each share of the matches that conditional writes depend on: whoever writes locks the rows of its matches,
-- on whichever node.
create table if not exists trd_match_lock (
  share integer not null primary key
);

insert into trd_match_lock (share)
select 16 * high.digit + low.digit
from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) as high (digit),
     (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) as low (digit)
where not exists (select 1 from trd_match_lock);
