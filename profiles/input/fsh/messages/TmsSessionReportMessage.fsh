Instance: TmsSessionReportMessage
InstanceOf: MessageDefinition
Usage: #definition
Title: "TMS session report"
Description: "Sessions of TMS were given, or were not, as the course stands."
* insert Message(tms-session-report, TmsSessionReportMessage, [[TMS session report]], [[Sessions of TMS were given, or were not, as the course stands.]])
* insert Focus(Procedure, 1, *)
