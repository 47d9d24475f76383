Extension: EctElectrodePlacement
Id: ect-electrode-placement
Title: "ECT electrode placement"
Description: "Where the electrodes were; only bilateral ECT reaches the last Thase-Rush stage."
* insert CodedExtension(Procedure, EctElectrodePlacementVS)
