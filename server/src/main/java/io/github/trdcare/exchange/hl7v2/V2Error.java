package io.github.trdcare.exchange.hl7v2;

/** What can be wrong with a message: the error conditions of HL7 table 0357, with the acknowledgement that each earns. */
enum V2Error {
    SEGMENT_SEQUENCE("100", "Segment sequence error", "AE"),
    REQUIRED_FIELD("101", "Required field missing", "AE"),
    DATA_TYPE("102", "Data type error", "AE"),
    TABLE_VALUE("103", "Table value not found", "AE"),
    MESSAGE_TYPE("200", "Unsupported message type", "AR"),
    EVENT_CODE("201", "Unsupported event code", "AR"),
    PROCESSING_ID("202", "Unsupported processing id", "AR"),
    VERSION_ID("203", "Unsupported version id", "AR"),
    DUPLICATE_KEY("205", "Duplicate key identifier", "AE"),
    REFUSED("207", "Application internal error", "AE"),
    UNREADABLE("100", "Segment sequence error", "AR"),
    NOT_NOW("207", "Application internal error", "AR");

    private final String code;
    private final String title;
    private final String acknowledgement;

    V2Error(String code, String title, String acknowledgement) {
        this.code = code;
        this.title = title;
        this.acknowledgement = acknowledgement;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    /** AE: the message will not do as it is. AR: it is none for this server, or the server cannot take it now. */
    String acknowledgement() {
        return acknowledgement;
    }
}
