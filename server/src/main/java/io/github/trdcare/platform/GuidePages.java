package io.github.trdcare.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Opens the guide, which lies as static pages in the package of the profiles, at the address of its folder. */
@Configuration(proxyBeanMethods = false)
class GuidePages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/guide", "/guide/");
        registry.addViewController("/guide/").setViewName("forward:/guide/index.html");
    }
}
