package qiji.pages;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The browser application: assets named by their content are kept for ever, the page that names them is asked for anew. */
@Configuration(proxyBeanMethods = false)
class PageResources implements WebMvcConfigurer {
    private static final ClassPathResource INDEX = new ClassPathResource("/web/index.html");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/web/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
        registry.addResourceHandler("/api/docs/**")
                .addResourceLocations("classpath:/api-docs/")
                .setCacheControl(CacheControl.noCache());
        // By content, since every file of a reproducible build has the same date, also after an upgrade.
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/web/")
                .setUseLastModified(false)
                .setEtagGenerator(ContentTags::of)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageOrFile());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
        registry.addViewController("/api/docs").setViewName("forward:/api/docs/index.html");
    }

    /** A file if there is one; else, where the path is that of a page, the one page which shows them all. */
    private static final class PageOrFile extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource found = super.getResource(path, location);
            boolean isPage = !path.matches("(api|assets|actuator)(/.*)?") && !path.contains(".");
            return found == null && isPage && INDEX.exists() ? INDEX : found;
        }
    }
}
