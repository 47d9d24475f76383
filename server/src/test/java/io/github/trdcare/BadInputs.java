package io.github.trdcare;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Bad inputs by kind. In JSON and XML an apostrophe stands for a quotation mark. */
final class BadInputs {
    private static final String JSON = "application/fhir+json";
    private static final String XML = "application/fhir+xml";
    private static final String JSON_PATCH = "application/json-patch+json";
    private static final String LONG_ID = "a".repeat(65);

    private BadInputs() {}

    static Stream<BadInput> all() {
        return Stream.of(
                        brokenJson(),
                        brokenXml(),
                        contentTypes(),
                        unknownAndWrongTypes(),
                        values(),
                        mandatory(),
                        codes(),
                        references(),
                        ids(),
                        encodings(),
                        limits(),
                        transactions(),
                        patches(),
                        narratives(),
                        searches(),
                        addresses())
                .flatMap(inputs -> inputs);
    }

    private static Stream<BadInput> brokenJson() {
        return Stream.of(
                json("JSON cut off", "Patient", "{'resourceType':'Patient','active':", 400, "line: 1"),
                json("trailing comma", "Patient", "{'resourceType':'Patient',}", 400, "column: 27"),
                json("an array", "Patient", "[]", 400, "must be '{'"),
                json("null", "Patient", "null", 400, "must be '{'"),
                json("no body", "Patient", "", 400, "Did not find any content"),
                json("an empty object", "Patient", "{}", 400, "resourceType"),
                json("a type that FHIR does not know", "Patient", "{'resourceType':'Patientt'}", 400, "Patientt"),
                json("another type than the path's", "Patient", "{'resourceType':'Basic'}", 400, "expected"),
                json(
                        "an element twice",
                        "Patient",
                        "{'resourceType':'Patient','active':true,'active':false}",
                        400,
                        "Duplicate field 'active'"),
                json(
                        "two documents",
                        "Patient",
                        "{'resourceType':'Patient'}{'resourceType':'Patient'}",
                        400,
                        "line: 1"));
    }

    private static Stream<BadInput> brokenXml() {
        String open = "<Patient xmlns='http://hl7.org/fhir'>";
        return Stream.of(
                xml("XML cut off", open + "<active value='true'/>", "close tag"),
                xml("tags that cross", open + "<active value='true'></Patient>", "tag"),
                xml("no namespace", "<Patient><active value='true'/></Patient>", "http://hl7.org/fhir"),
                xml("another namespace", "<Patient xmlns='http://example.org'/>", "http://hl7.org/fhir"),
                xml(
                        "an external entity",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + open
                                + "<name><family value='&e;'/></name></Patient>",
                        "DOCTYPE"),
                xml(
                        "entities that grow",
                        "<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]>" + open
                                + "<name><family value='&b;'/></name></Patient>",
                        "DOCTYPE"),
                xml("an entity nobody declared", open + "<name><family value='&e;'/></name></Patient>", "entity"),
                xml("an unknown element in XML", open + "<colour value='red'/></Patient>", "colour"),
                xml("an unknown attribute", open + "<active wert='true'/></Patient>", "wert"),
                xml(
                        "a single element twice in XML",
                        open + "<active value='true'/><active value='false'/></Patient>",
                        "active"));
    }

    private static Stream<BadInput> contentTypes() {
        String patient = "{'resourceType':'Patient'}";
        return Stream.of(
                input("plain text", "POST", "Patient", "text/plain", patient, 400, "text/plain"),
                input("a form", "POST", "Patient", "application/x-www-form-urlencoded", "a=b", 400, "Content-Type"),
                input("no content type", "POST", "Patient", ";;;", patient, 400, "Content-Type"),
                json("XML called JSON", "Patient", "<Patient xmlns='http://hl7.org/fhir'/>", 400, "'<'"),
                input("JSON called XML", "POST", "Patient", XML, patient, 400, "XML"));
    }

    private static Stream<BadInput> unknownAndWrongTypes() {
        return Stream.of(
                patient("an unknown element", "'colour':'red'", "colour"),
                patient("an unknown element deeper down", "'name':[{'colour':'red'}]", "colour"),
                patient("an object for a list", "'name':{'family':'x'}", "name"),
                patient("a word for an object", "'name':['x']", "name"),
                patient("a word for a truth value", "'active':'true'", "Patient.active"),
                patient("a number for a word", "'name':[{'family':7}]", "Patient.name[0].family"),
                patient("null for a truth value", "'active':null", "Patient.active"),
                patient("null for a list", "'name':null", "Patient.name"),
                patient("a list for a single element", "'birthDate':['2000-01-01']", "Patient.birthDate"),
                observation(
                        "a word for a number", "'valueQuantity':{'value':'5'}", 400, "Observation.valueQuantity.value"),
                patient("a number for a truth value", "'active':1", "active"),
                patient("a number that is no whole one", "'multipleBirthInteger':1.5", "multipleBirthInteger"),
                patient("a number that is too large", "'multipleBirthInteger':99999999999", "multipleBirthInteger"),
                patient(
                        "two types of one element",
                        "'deceasedBoolean':true,'deceasedDateTime':'2024-01-01'",
                        "deceased"),
                patient("a type that the element cannot have", "'deceasedAddress':{'text':'x'}", "deceasedAddress"),
                patient("an empty text", "'name':[{'family':''}]", "family"),
                patient("data that is not base64", "'photo':[{'data':'***'}]", "data"),
                patient("a narrative that is no XHTML", "'text':{'status':'generated','div':'<div>'}", "XHTML"));
    }

    private static Stream<BadInput> values() {
        return Stream.of(
                patient("a month 13", "'birthDate':'2024-13-01'", "2024-13-01"),
                patient("a 30 February", "'birthDate':'2023-02-30'", "2023-02-30"),
                patient("a German date", "'birthDate':'31.12.1999'", "birthDate"),
                observation(
                        "a time without a zone", "'effectiveDateTime':'2024-01-01T10:00:00'", "Observation.effective"),
                observation("an instant without a time", "'issued':'2024-01-01'", "Observation.issued"),
                observation("an address with a space", "'implicitRules':'not a uri'", "Observation.implicitRules"));
    }

    private static Stream<BadInput> mandatory() {
        return Stream.of(
                json(
                        "no status",
                        "Observation",
                        "{'resourceType':'Observation','code':{'text':'x'}}",
                        422,
                        "Observation.status"),
                json(
                        "no code",
                        "Observation",
                        "{'resourceType':'Observation','status':'final'}",
                        422,
                        "Observation.code"),
                observation(
                        "no code in a component", "'component':[{'valueString':'x'}]", "Observation.component[0].code"),
                json(
                        "no subject",
                        "Condition",
                        "{'resourceType':'Condition','code':{'text':'x'}}",
                        422,
                        "Condition.subject"),
                json("no type of claim", "Claim", "{'resourceType':'Claim','status':'active'}", 422, "Claim.type"),
                patient("an extension without its url", "'extension':[{'valueString':'x'}]", "url"),
                observation(
                        "no subject in a contained resource",
                        "'contained':[{'resourceType':'Condition','id':'c'}],'focus':[{'reference':'#c'}]",
                        "Observation.contained[0].subject"));
    }

    private static Stream<BadInput> codes() {
        String clinical = "'subject':{'display':'x'},'clinicalStatus':";
        return Stream.of(
                patient("an unknown gender", "'gender':'purple'", "purple"),
                json("an unknown status", "Observation", "{'resourceType':'Observation','status':'done'}", 400, "done"),
                json(
                        "an unknown clinical status",
                        "Condition",
                        "{'resourceType':'Condition'," + clinical + "{'coding':[{'system':"
                                + "'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'asleep'}]}}",
                        422,
                        "Condition.clinicalStatus"),
                json(
                        "a clinical status in words",
                        "Condition",
                        "{'resourceType':'Condition'," + clinical + "{'text':'asleep'}}",
                        422,
                        "Condition.clinicalStatus"),
                json(
                        "an unknown currency",
                        "Invoice",
                        "{'resourceType':'Invoice','status':'draft','totalNet':{'value':1,'currency':'XXQ'}}",
                        422,
                        "Invoice.totalNet.currency"));
    }

    private static Stream<BadInput> references() {
        return Stream.of(
                observation(
                        "a patient who is not there",
                        "'subject':{'reference':'Patient/never-was'}",
                        400,
                        "Patient/never-was"),
                observation(
                        "a subject that is no subject",
                        "'subject':{'reference':'Procedure/marta-course'}",
                        "Observation.subject"),
                observation("a reference to an unknown type", "'subject':{'reference':'Foo/1'}", "Foo"),
                observation("a contained resource that is not there", "'subject':{'reference':'#p'}", 400, "#p"),
                observation(
                        "a search that finds nobody", "'subject':{'reference':'Patient?identifier=a|b'}", 404, "a|b"));
    }

    private static Stream<BadInput> ids() {
        return Stream.of(
                put("an id of 65 characters", LONG_ID, LONG_ID, LONG_ID),
                put("an id with a forbidden character", "a_b", "a_b", "a_b"),
                put("another id than the path's", "aaa", "bbb", "bbb"),
                input("no id in the body", "PUT", "Patient/aaa", JSON, "{'resourceType':'Patient'}", 400, "ID"),
                put("an id of digits", "12345678", "12345678", "12345678"));
    }

    private static Stream<BadInput> encodings() {
        return Stream.of(
                bytes(
                        "bytes that are not UTF-8 in JSON",
                        JSON,
                        "{'resourceType':'Patient','name':[{'family':'\u00ff'}]}",
                        "byte 45"),
                bytes(
                        "bytes that are not UTF-8 in XML",
                        XML,
                        "<Patient xmlns='http://hl7.org/fhir'><id value='\u00ff'/></Patient>",
                        "byte 48"),
                patient("half a character", "'name':[{'family':'a\\ud800b'}]", "/name/0/family"),
                patient("a null character", "'name':[{'family':'a\\u0000b'}]", "/name/0/family"));
    }

    /** The test server takes 6 MB and 2000 entries. */
    private static Stream<BadInput> limits() {
        return Stream.of(
                patient("30 MB", "'name':[{'family':'" + "a".repeat(30_000_000) + "'}]", 413, "trd.limits.body"),
                transaction("100,000 entries", "{},".repeat(99_999) + "{}", 413, "trd.limits.bundle-entries"),
                patient(
                        "5,000 levels",
                        "'extension':" + "[{'extension':".repeat(2500) + "[]" + "}]".repeat(2500),
                        "trd.limits.depth"));
    }

    private static Stream<BadInput> transactions() {
        String patient = "'resource':{'resourceType':'Patient'}";
        String good = "{" + patient + ",'request':{'method':'POST','url':'Patient'}}";
        return Stream.of(
                transaction("an entry without a request", "{" + patient + "}", 400, "Bundle.entry[0].request.method"),
                transaction(
                        "an entry without an address",
                        good + ",{" + patient + ",'request':{'method':'POST'}}",
                        400,
                        "Bundle.entry[1].request.url"),
                json(
                        "a batch entry without a request",
                        "",
                        "{'resourceType':'Bundle','type':'batch','entry':[{" + patient + "}]}",
                        400,
                        "Bundle.entry[0].request.method"),
                json(
                        "a bundle that is no transaction",
                        "",
                        "{'resourceType':'Bundle','type':'searchset'}",
                        400,
                        "searchset"),
                json("no bundle", "", "{'resourceType':'Patient'}", 400, "Bundle"),
                transaction("an entry without a request", "{" + patient + "}", 400, "Bundle.entry[0].request.method"),
                transaction(
                        "a method that HTTP does not know",
                        "{" + patient + ",'request':{'method':'FETCH','url':'Patient'}}",
                        400,
                        "FETCH"),
                transaction(
                        "a POST without a resource",
                        "{'request':{'method':'POST','url':'Patient'}}",
                        400,
                        "Bundle.entry[0].resource"),
                transaction(
                        "an entry that points at nothing",
                        good
                                + ",{'resource':{'resourceType':'Observation','status':'final','code':{'text':'x'},'subject':"
                                + "{'reference':'urn:uuid:0d9cf4d1-8f6b-4d0a-9b2e-6c7f6b4f0009'}},"
                                + "'request':{'method':'POST','url':'Observation'}}",
                        400,
                        "urn:uuid:0d9cf4d1"),
                transaction(
                        "one bad entry among good ones",
                        good + ",{'resource':{'resourceType':'Observation','status':'final'},"
                                + "'request':{'method':'POST','url':'Observation'}}",
                        422,
                        "Bundle.entry[1].resource.code"),
                transaction("an entry of an unknown type", "{'resource':{'resourceType':'Nope'}}", 400, "Nope"));
    }

    private static Stream<BadInput> patches() {
        return Stream.of(
                patch("a patch cut off", JSON_PATCH, "[{", 400, "line: 1"),
                patch("an empty patch", JSON_PATCH, "", 400, "body"),
                patch("a patch that is no list", JSON_PATCH, "{}", 400, "Object value"),
                patch("an unknown patch operation", JSON_PATCH, "[{'op':'paint','path':'/active'}]", 400, "paint"),
                patch(
                        "a patch of a place that is not there",
                        JSON_PATCH,
                        "[{'op':'remove','path':'/nope'}]",
                        400,
                        "path"),
                patch(
                        "a patch to an unknown element",
                        JSON_PATCH,
                        "[{'op':'add','path':'/colour','value':'red'}]",
                        400,
                        "colour"),
                patch("a FHIRPath patch that is no Parameters", JSON, "{'resourceType':'Patient'}", 400, "Parameters"),
                patch("a patch in plain text", "text/plain", "[]", 400, "text/plain"));
    }

    private static Stream<BadInput> narratives() {
        return Stream.of(
                narrative("a script in a narrative", "<script>alert(1)</script>", "script"),
                narrative("a frame in a narrative", "<p><iframe src='x'/></p>", "iframe"),
                narrative("an event in a narrative", "<p onclick='x()'>x</p>", "onclick"),
                narrative("a link that runs", "<a href='javascript:x()'>x</a>", "href"));
    }

    private static BadInput narrative(String name, String content, String says) {
        String div = "<div xmlns='http://www.w3.org/1999/xhtml'>" + content + "</div>";
        return input(
                name,
                "POST",
                "Patient",
                XML,
                "<Patient xmlns='http://hl7.org/fhir'><text><status value='generated'/>" + div + "</text></Patient>",
                422,
                says);
    }

    private static Stream<BadInput> searches() {
        return Stream.of(
                get("an unknown parameter", "Patient?colour=red", 400, "colour"),
                get("a date that is none", "Patient?birthdate=notadate", 400, "notadate"),
                get("a month 13 in a search", "Patient?birthdate=2024-13-01", 400, "2024-13-01"),
                get("an unknown modifier", "Patient?name:nope=x", 400, "name:nope"),
                get("an unknown modifier in a chain", "Observation?subject:Patient.name:nope=x", 400, "nope"),
                get("a parameter that $everything does not know", "Patient/marta/$everything?start=2026", 400, "start"),
                get("an unknown type of history", "Patient/marta/$everything?_type=Foo", 404, "Foo"),
                get("a time of history that is none", "_history?_since=yesterday", 400, "_since"),
                get("a day where a history wants an instant", "Patient/_history?_since=2026-05-31", 400, "_since"),
                get("a format that nobody writes", "Patient/marta?_format=ttl", 400, "application/fhir+json"),
                get("an unknown prefix", "Patient?birthdate=xx2024", 400, "xx"),
                get("a quantity that is none", "Observation?value-quantity=abc", 400, "abc"),
                get("an unknown order", "Patient?_sort=nope", 400, "nope"),
                get("an unknown include", "Patient?_include=Patient:nope", 400, "nope"),
                get("an unknown chain", "Patient?organization.nope=x", 400, "organization.nope"),
                get("an unknown type in _has", "Patient?_has:Foo:patient:code=x", 400, "Foo"),
                get("a filter that cannot be read", "Patient?_filter=((", 400, "_filter"),
                get("a page of more than the limit", "Patient?_count=1001", 400, "trd.limits.page-size"),
                get("a negative offset", "Patient?_offset=-1", 400, "_offset"),
                get("an unknown summary", "Patient?_summary=maybe", 400, "_summary"),
                get("a truth value that is none", "Patient?gender:missing=maybe", 400, "gender:missing"),
                get("a text longer than the index", "Patient?name=" + "a".repeat(3000), 400, "768"),
                get("a count that is no number", "ValueSet/$expand?url=http://a.org&count=abc", 400, "abc"),
                get("an expired page", "?_getpages=11111111-2222-3333-4444-555555555555", 410, "expired"),
                get("a page token nobody gave", "?_getpages=%27;drop&_getpagesoffset=20", 410, "expired"));
    }

    private static Stream<BadInput> addresses() {
        return Stream.of(
                get("an unknown type in the path", "Foo/1", 404, "Foo"),
                get("an unknown operation", "Patient/$nope", 400, "$nope"),
                get("a resource that is not there", "Patient/never-was", 404, "Patient/never-was"),
                get("a version that is none", "Patient/marta/_history/abc", 404, "abc"),
                input("DELETE without an id", "DELETE", "Patient", JSON, "", 400, "ID"),
                input("a method that FHIR does not use", "PURGE", "Patient", JSON, "", 405, "PURGE"));
    }

    private static BadInput patient(String name, String elements, String says) {
        return patient(name, elements, 400, says);
    }

    private static BadInput patient(String name, String elements, int status, String says) {
        return json(name, "Patient", "{'resourceType':'Patient'," + elements + "}", status, says);
    }

    private static BadInput observation(String name, String elements, String says) {
        return observation(name, elements, 422, says);
    }

    private static BadInput observation(String name, String elements, int status, String says) {
        String body = "{'resourceType':'Observation','status':'final','code':{'text':'x'}," + elements + "}";
        return json(name, "Observation", body, status, says);
    }

    private static BadInput transaction(String name, String entries, int status, String says) {
        String body = "{'resourceType':'Bundle','type':'transaction','entry':[" + entries + "]}";
        return json(name, "", body, status, says);
    }

    private static BadInput put(String name, String pathId, String bodyId, String says) {
        String body = "{'resourceType':'Patient','id':'" + bodyId + "'}";
        return input(name, "PUT", "Patient/" + pathId, JSON, body, 400, says);
    }

    private static BadInput patch(String name, String contentType, String body, int status, String says) {
        return input(name, "PATCH", "Patient/marta", contentType, body, status, says);
    }

    private static BadInput get(String name, String path, int status, String says) {
        return input(name, "GET", path, JSON, "", status, says);
    }

    private static BadInput json(String name, String path, String body, int status, String says) {
        return input(name, "POST", path, JSON, body, status, says);
    }

    private static BadInput xml(String name, String body, String says) {
        return input(name, "POST", "Patient", XML, body, 400, says);
    }

    private static BadInput bytes(String name, String contentType, String latin1, String says) {
        byte[] body = latin1.replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
        return new BadInput(name, "POST", "Patient", contentType, body, 400, says);
    }

    private static BadInput input(
            String name, String method, String path, String contentType, String body, int status, String says) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new BadInput(name, method, path, contentType, bytes, status, says);
    }
}
