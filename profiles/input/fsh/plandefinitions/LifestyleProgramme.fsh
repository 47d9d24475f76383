Instance: LifestyleProgramme
InstanceOf: PlanDefinition
Usage: #definition
Title: "Lifestyle programme"
Description: "Ten themes of self-care; a target stands where a default is published, else patient and clinician set it."
* insert Protocol(lifestyle-programme, LifestyleProgramme)
* title = "Lifestyle programme"
* description = "Ten themes of self-care; a target stands where a default is published, else patient and clinician set it."
* insert Input(replaces, Reference, false, The plan that this one takes over from.)
* insert Source([[domain reference, section 5: activity by the Physical Activity guide, sleep by the AASM advisory]])
* insert ThemeGoal(adherence, Take medicines and come to sessions as agreed)
* insert ThemeGoal(contact, See the care team at the agreed rhythm)
* insert ThemeGoal(sleep, [[Sleep at least 7 hours a night]])
* insert GoalTarget($loinc#93832-4, 7, h)
* insert ThemeGoal(sleep-hygiene, Go to bed and rise at fixed times)
* insert ThemeGoal(diet, [[Eat a varied diet with vegetables, fruit and fibre]])
* insert ThemeGoal(activity, Be active for 150 minutes a week)
* insert GoalTarget($loinc#82290-8, 150, min/wk)
* insert ThemeGoal(mindfulness, Practise mindfulness or relaxation)
* insert ThemeGoal(support, Keep in touch with close people)
* insert ThemeGoal(journaling, Keep a journal)
* insert ThemeGoal(expectations, Know how long treatment takes to work)
* insert Step(Lifestyle check-in every week, ask-lifestyle)
