package io.github.trdcare.exchange.identity;

import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;

/** Compares the particulars of two patients by the points of {@code matching.yaml}. */
public final class Likeness {
    private static final BigDecimal FULL = new BigDecimal(100);

    private final Row points;
    private final Row contradictions;
    private final Row grades;

    public Likeness(Knowledge knowledge) {
        Row matching = knowledge.document("matching.yaml").only("points", "contradictions", "grades");
        this.points = matching.row("points").only("identifier", "birthDate", "family", "given", "address", "gender");
        this.contradictions = matching.row("contradictions").only("birthDate", "gender");
        this.grades = matching.row("grades").only("certain", "probable", "possible");
    }

    /** How alike the patient that is asked for and one on record are. */
    public Match compare(Patient asked, Patient stored) {
        Particulars one = new Particulars(asked);
        Particulars other = new Particulars(stored);
        BigDecimal sum = earned(one, other)
                .subtract(lost(one, other))
                .max(BigDecimal.ZERO)
                .min(FULL);
        return new Match(sum.movePointLeft(2), grade(sum));
    }

    private BigDecimal earned(Particulars one, Particulars other) {
        return Stream.of(
                        points(one.sharesIdentifier(other), "identifier"),
                        points(one.sameBirthDate(other), "birthDate"),
                        points(one.sharesFamily(other), "family"),
                        points(one.sharesGiven(other), "given"),
                        points(one.sharesAddress(other), "address"),
                        points(one.sameGender(other), "gender"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal points(boolean agree, String particular) {
        return agree ? points.number(particular) : BigDecimal.ZERO;
    }

    private BigDecimal lost(Particulars one, Particulars other) {
        BigDecimal birthDate = one.otherBirthDate(other) ? contradictions.number("birthDate") : BigDecimal.ZERO;
        BigDecimal gender = one.otherGender(other) ? contradictions.number("gender") : BigDecimal.ZERO;
        return birthDate.add(gender);
    }

    private MatchGrade grade(BigDecimal sum) {
        return Stream.of(MatchGrade.CERTAIN, MatchGrade.PROBABLE, MatchGrade.POSSIBLE)
                .filter(grade -> sum.compareTo(grades.number(grade.code())) >= 0)
                .findFirst()
                .orElse(MatchGrade.CERTAINLY_NOT);
    }
}
