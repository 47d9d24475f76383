package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.exchange.bulk.ImportWish.Input;
import io.github.trdcare.exchange.outbound.Outbound;
import io.github.trdcare.exchange.outbound.OutboundRefusedException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a client asks of {@code $import}, and refuses at once what may not be fetched. */
@Component
class ImportRequest {
    private static final Set<String> KNOWN = Set.of("inputFormat", "inputSource", "input", "storageDetail");
    private static final Set<String> FORMATS = Set.of(Files.NDJSON, "application/ndjson");
    private static final int MOST = 1000;

    private final Outbound outbound;
    private final FhirContext context;

    ImportRequest(Outbound outbound, FhirContext context) {
        this.outbound = outbound;
        this.context = context;
    }

    ImportWish read(@Nullable IBaseResource body) {
        if (!(body instanceof Parameters parameters)) {
            throw RefusedException.unaskable("Parameters", "$import takes a Parameters resource as its body");
        }
        parameters.getParameter().stream()
                .map(each -> String.valueOf(each.getName()))
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw RefusedException.unreadable(
                            name, "$import does not know " + name + "; it knows inputFormat, inputSource and input");
                });
        if (!FORMATS.contains(text(parameters, "inputFormat"))) {
            throw RefusedException.unreadable("inputFormat", "inputFormat must be " + Files.NDJSON);
        }
        String source = text(parameters, "inputSource");
        if (source.isBlank()) {
            throw RefusedException.unreadable(
                    "inputSource", "inputSource must name the system that the files come from, by its address");
        }
        return new ImportWish(source, inputs(parameters));
    }

    private static String text(Parameters parameters, String name) {
        return Optional.ofNullable(parameters.getParameter(name))
                .map(ParametersParameterComponent::getValue)
                .filter(value -> value.isPrimitive())
                .map(value -> String.valueOf(value.primitiveValue()))
                .orElse("");
    }

    private List<Input> inputs(Parameters parameters) {
        List<Input> inputs = new ArrayList<>();
        for (ParametersParameterComponent parameter : parameters.getParameter()) {
            if (parameter.getName().equals("input")) {
                inputs.add(input(parameter, "input[" + inputs.size() + "]"));
            }
        }
        if (inputs.isEmpty() || inputs.size() > MOST) {
            throw RefusedException.unreadable(
                    "input", "input must stand 1 to " + MOST + " times, each with the parts type and url");
        }
        return inputs;
    }

    private Input input(ParametersParameterComponent parameter, String place) {
        String type = part(parameter, "type");
        if (!context.getResourceTypes().contains(type)) {
            throw RefusedException.unreadable("input", place + ".type must be a resource type of FHIR R4");
        }
        String url = part(parameter, "url");
        refusal(url).ifPresent(reason -> {
            throw RefusedException.unfit("input", place + ".url: this server fetches nothing from there: " + reason);
        });
        return new Input(type, url);
    }

    private static String part(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream()
                .filter(part -> name.equals(part.getName())
                        && part.hasValue()
                        && part.getValue().isPrimitive())
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }

    private Optional<String> refusal(String url) {
        try {
            outbound.check(URI.create(url));
            return Optional.empty();
        } catch (OutboundRefusedException refused) {
            return Optional.ofNullable(refused.getMessage());
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("it is no address");
        }
    }
}
