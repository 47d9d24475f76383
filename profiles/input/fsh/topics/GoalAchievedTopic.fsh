Instance: GoalAchievedTopic
InstanceOf: Basic
Usage: #definition
Title: "Goal achieved"
Description: "A goal that was not achieved before is achieved now."
* insert Topic(goal-achieved, GoalAchievedTopic, Goal achieved, [[A goal that was not achieved before is achieved now.]])
* insert Trigger(Goal, [[Goal?achievement-status=achieved]])
* insert NotBefore([[Goal?achievement-status:not=achieved]])
* insert Filter(Goal, patient, [[Goals of one patient.]])
* insert Filter(Goal, category, [[Goals of one category or theme.]])
* insert Shape(Goal, Goal:patient)
