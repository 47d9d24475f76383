package io.github.trdcare.profiles.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the two templates of the guide. */
class Templates {

    private final TemplateEngine engine = new TemplateEngine();

    Templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix("io/github/trdcare/profiles/guide/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    String index(List<Definition> definitions, String narrative) {
        Map<Kind, List<Definition>> chapters = definitions.stream()
                .collect(Collectors.groupingBy(Definition::kind, LinkedHashMap::new, Collectors.toList()));
        return engine.process("index", new Context(Locale.ROOT, Map.of("chapters", chapters, "narrative", narrative)));
    }

    String page(Page page) {
        return engine.process("page", new Context(Locale.ROOT, Map.of("page", page, "of", page.of())));
    }
}
