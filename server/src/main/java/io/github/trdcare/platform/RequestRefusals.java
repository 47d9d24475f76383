package io.github.trdcare.platform;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Names what is wrong in a request to a door that is no FHIR. */
@RestControllerAdvice
class RequestRefusals {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> missing(MissingServletRequestParameterException missing) {
        return said(missing.getParameterName() + ": it is missing");
    }

    /** The value itself is not shown; it may be a name. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(MethodArgumentTypeMismatchException unreadable) {
        Class<?> wanted = unreadable.getRequiredType();
        boolean number = wanted != null && (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted));
        return said(unreadable.getName() + ": it is " + (number ? "no number" : "not to be read"));
    }

    private static ResponseEntity<Map<String, String>> said(String text) {
        return ResponseEntity.badRequest().body(Map.of("error", text));
    }
}
