package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.door.OperationProvider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** Refuses to answer another question than the one that was asked: HAPI overlooks what an operation does not know. */
@Interceptor
class OperationParametersInterceptor {

    /** Operation, and how often each of its parameters may stand. */
    private final Map<String, Map<String, Integer>> known = new HashMap<>();

    OperationParametersInterceptor(List<OperationProvider> operations) {
        List<Method> methods = operations.stream()
                .flatMap(provider -> Stream.of(provider.getClass().getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Operation.class))
                .toList();
        methods.forEach(method -> known.put(name(method), parameters(method)));
        // One that declares no parameters, or takes a resource of another type at one of its doors reads its body
        // itself.
        known.values().removeIf(Map::isEmpty);
        methods.stream()
                .filter(OperationParametersInterceptor::takesAResource)
                .forEach(method -> known.remove(name(method)));
    }

    private static String name(Method method) {
        return method.getAnnotation(Operation.class).name();
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request) {
        Map<String, Integer> allowed = known.get(request.getOperation());
        if (allowed == null) {
            return;
        }
        if (request.getResource() != null && !(request.getResource() instanceof Parameters)) {
            throw RefusalTranslator.badRequest(
                    IssueType.STRUCTURE, request.getOperation() + " takes a Parameters resource as its body.");
        }
        empty(request).ifPresent(name -> {
            throw RefusalTranslator.badRequest(IssueType.REQUIRED, "The parameter " + name + " has no value.");
        });
        counted(request).forEach((name, count) -> check(request.getOperation(), name, count, allowed));
    }

    private static void check(String operation, String name, int count, Map<String, Integer> allowed) {
        Integer most = allowed.get(name);
        if (most == null) {
            throw RefusalTranslator.badRequest(
                    IssueType.NOTSUPPORTED,
                    operation + " has no parameter " + name + "; it has " + String.join(", ", allowed.keySet()) + ".");
        }
        if (count > most) {
            throw RefusalTranslator.badRequest(
                    IssueType.MULTIPLEMATCHES, name + " may stand once, and stands " + count + " times.");
        }
    }

    /** A parameter of the body that names itself and says nothing. */
    private static Optional<String> empty(RequestDetails request) {
        return Optional.ofNullable(request.getResource()).map(Parameters.class::cast).stream()
                .flatMap(body -> body.getParameter().stream())
                .filter(parameter -> !parameter.hasValue() && !parameter.hasResource() && !parameter.hasPart())
                .map(ParametersParameterComponent::getName)
                .map(String::valueOf)
                .findFirst();
    }

    /** Those that begin with an underscore belong to every request, such as {@code _format}. */
    private static Map<String, Integer> counted(RequestDetails request) {
        Map<String, Integer> counted = new TreeMap<>();
        request.getParameters().forEach((name, values) -> counted.put(name, values.length));
        Optional.ofNullable(request.getResource())
                .map(Parameters.class::cast)
                .ifPresent(body -> body.getParameter().stream()
                        .map(ParametersParameterComponent::getName)
                        .forEach(name -> counted.merge(Optional.ofNullable(name).orElse(""), 1, Integer::sum)));
        counted.keySet().removeIf(name -> name.startsWith("_"));
        return counted;
    }

    private static boolean takesAResource(Method method) {
        return Arrays.stream(method.getParameters()).anyMatch(each -> each.isAnnotationPresent(ResourceParam.class));
    }

    private static Map<String, Integer> parameters(Method method) {
        Map<String, Integer> parameters = new TreeMap<>();
        Stream.of(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(OperationParam.class))
                .forEach(parameter -> parameters.put(
                        parameter.getAnnotation(OperationParam.class).name(), most(parameter)));
        return parameters;
    }

    private static int most(Parameter parameter) {
        int most = parameter.getAnnotation(OperationParam.class).max();
        return most > 0 ? most : Integer.MAX_VALUE;
    }
}
