package io.github.trdcare.safety;

import io.github.trdcare.chart.Moment;
import java.util.List;
import java.util.Optional;

/**
 * Something that a clinician must look at.
 *
 * @param code code of ours, also that of its Flag
 * @param detail what exactly was found, in plain words
 * @param subject reference of the patient
 * @param when clinical time of the trigger
 * @param keys the names under which the occasion is known, the first being the alert's identifier
 * @param trigger reference of the record that says so; none when that record was refused
 */
public record Alert(
        String code, String detail, String subject, Moment when, List<String> keys, Optional<String> trigger) {}
