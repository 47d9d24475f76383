ValueSet: DepressiveEpisodeVS
Id: depressive-episode
Title: "Diagnosis of a depressive episode"
Description: "ICD-10-CM and SNOMED CT codes of unipolar depression, and of treatment-resistant depression itself."
* ^experimental = false
* $sct#1153570009
* $sct#35489007
* $sct#370143000
* $sct#36923009
* $sct#66344007
* $sct#450714000
* $sct#310496002
* $sct#310497006
* $sct#310495003
* $icd10cm#F32.0
* $icd10cm#F32.1
* $icd10cm#F32.2
* $icd10cm#F32.3
* $icd10cm#F32.4
* $icd10cm#F32.5
* $icd10cm#F32.9
* $icd10cm#F32.A
* $icd10cm#F33.0
* $icd10cm#F33.1
* $icd10cm#F33.2
* $icd10cm#F33.3
* $icd10cm#F33.40
* $icd10cm#F33.41
* $icd10cm#F33.42
* $icd10cm#F33.8
* $icd10cm#F33.9
