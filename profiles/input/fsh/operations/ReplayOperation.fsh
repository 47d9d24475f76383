Instance: ReplayOperation
InstanceOf: OperationDefinition
Usage: #definition
Title: "Replay"
Description: "Queues the events of a subscription again: those that were given up, or from a number on all that were told. They keep their numbers."
* insert Operation(replay, Subscription, true, false, true)
* name = "ReplayOperation"
* title = "Replay"
* description = "Queues the events of a subscription again: those that were given up, or from a number on all that were told. They keep their numbers."
* insert Asked(from, 0, 1, integer)
* insert Answered(queued, 1, 1, integer)
