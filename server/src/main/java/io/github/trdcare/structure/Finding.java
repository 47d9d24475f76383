package io.github.trdcare.structure;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * One place where a resource breaks the shape of its type.
 *
 * @param code kind of fault
 * @param expression FHIRPath of the place
 * @param message what is wrong there, without a word of the resource's own text
 */
public record Finding(IssueType code, String expression, String message) {

    /** The same finding, told from the bundle whose entry the resource is. */
    public Finding within(String entry) {
        String place = entry + expression.substring(Math.max(expression.indexOf('.'), 0));
        return new Finding(code, place, message.replace(expression, place));
    }
}
