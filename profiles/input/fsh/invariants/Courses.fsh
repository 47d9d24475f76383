Invariant: tms-course-1
Description: "A course is in preparation, in progress, on hold, not done, stopped, completed, entered in error or unknown."
* severity = #error
* expression = "status in ('preparation' | 'in-progress' | 'on-hold' | 'not-done' | 'stopped' | 'completed' | 'entered-in-error' | 'unknown')"

Invariant: tms-course-2
Description: "A stopped course says why."
* severity = #error
* expression = "status = 'stopped' implies statusReason.exists()"

Invariant: tms-course-3
Description: "A completed or stopped course says when it ended."
* severity = #error
* expression = "(status = 'completed' or status = 'stopped') implies performed.ofType(Period).end.exists()"
