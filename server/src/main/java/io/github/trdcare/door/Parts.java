package io.github.trdcare.door;

import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** One level of an operation's answer: values with names, and parts that have values of their own. */
public final class Parts {
    private static final int MONTH_LENGTH = "2026-01".length();
    private static final int YEAR_LENGTH = "2026".length();

    private final Supplier<ParametersParameterComponent> next;

    private Parts(Supplier<ParametersParameterComponent> next) {
        this.next = next;
    }

    public static Parts of(Parameters answer) {
        return new Parts(answer::addParameter);
    }

    /** A part of this level. */
    public Parts part(String name) {
        ParametersParameterComponent part = next.get().setName(name);
        return new Parts(part::addPart);
    }

    public Parts value(String name, Type value) {
        next.get().setName(name).setValue(value);
        return this;
    }

    public Parts value(String name, Optional<? extends Type> value) {
        value.ifPresent(each -> value(name, each));
        return this;
    }

    public Parts code(String name, String code) {
        return value(name, new CodeType(code));
    }

    public Parts code(String name, Optional<String> code) {
        return value(name, code.map(CodeType::new));
    }

    public Parts text(String name, String text) {
        return value(name, new StringType(text));
    }

    public Parts yes(String name, boolean answer) {
        return value(name, new BooleanType(answer));
    }

    public Parts whole(String name, int number) {
        return value(name, new IntegerType(number));
    }

    public Parts whole(String name, Optional<Integer> number) {
        return value(name, number.map(IntegerType::new));
    }

    public Parts number(String name, Optional<BigDecimal> number) {
        return value(name, number.map(DecimalType::new));
    }

    public Parts day(String name, Optional<LocalDate> day) {
        return value(name, day.map(each -> new DateType(each.toString())));
    }

    public Parts reference(String name, String reference) {
        return value(name, new Reference(reference));
    }

    /** With what stands there, in words. */
    public Parts reference(String name, String reference, String words) {
        return value(name, new Reference(reference).setDisplay(words));
    }

    public Parts references(String name, Collection<String> references) {
        references.forEach(each -> reference(name, each));
        return this;
    }

    /** As exactly as the record knows it: a month stays a month. */
    public Parts moment(String name, Moment moment) {
        return value(name, dateTime(moment));
    }

    public Parts moment(String name, Optional<Moment> moment) {
        return value(name, moment.map(Parts::dateTime));
    }

    /** A finding in its four parts. */
    public Parts finding(String name, Finding finding) {
        Parts parts = part(name).code("code", finding.code()).text("text", finding.text());
        finding.value().ifPresent(value -> parts.text("value", value));
        parts.references("evidence", finding.evidence());
        return this;
    }

    public Parts findings(String name, Collection<Finding> findings) {
        findings.forEach(finding -> finding(name, finding));
        return this;
    }

    private static DateTimeType dateTime(Moment moment) {
        if (moment.timed()) {
            DateTimeType exact = new DateTimeType();
            exact.setValue(java.util.Date.from(moment.first()));
            exact.setTimeZone(TimeZone.getTimeZone("UTC"));
            return exact;
        }
        String day = moment.firstDay().toString();
        if (moment.dayKnown()) {
            return new DateTimeType(day);
        }
        boolean month = moment.firstDay().getMonth() == moment.lastDay().getMonth();
        return new DateTimeType(day.substring(0, month ? MONTH_LENGTH : YEAR_LENGTH));
    }
}
