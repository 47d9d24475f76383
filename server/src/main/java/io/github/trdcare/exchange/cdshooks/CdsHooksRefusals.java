package io.github.trdcare.exchange.cdshooks;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Why a question gets no cards, in words. */
@RestControllerAdvice(assignableTypes = {CdsHooksController.class, FeedbackController.class})
class CdsHooksRefusals {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> bad(BadHookException bad) {
        return said(HttpStatus.BAD_REQUEST, bad.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unknown(UnknownServiceException unknown) {
        return said(HttpStatus.NOT_FOUND, "There is no such service; GET /cds-services lists them");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> missing(MissingDataException missing) {
        return said(
                HttpStatus.PRECONDITION_FAILED,
                "context.patientId: no patient of this server, and the prefetch brings none");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> stranger(TokenRefusedException refused) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .body(Map.of("error", String.valueOf(refused.getMessage())));
    }

    private static ResponseEntity<Map<String, String>> said(HttpStatus status, String text) {
        return ResponseEntity.status(status).body(Map.of("error", text));
    }
}
