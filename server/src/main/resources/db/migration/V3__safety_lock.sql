-- Further rows to lock: those of patients whose safety is being judged, apart from the matches of conditional writes, so
-- that nobody who holds one kind waits in a circle for the other.
insert into trd_match_lock (share)
select share + 256 from trd_match_lock as taken
where share < 256 and not exists (select 1 from trd_match_lock where share = taken.share + 256);
