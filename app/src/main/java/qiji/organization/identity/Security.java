package qiji.organization.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Two doors: the API, where everybody is asked who they are, and the pages, where nobody is. [A6] */
@Configuration(proxyBeanMethods = false)
class Security {
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            RequestIdentity identity,
            CsrfTokenRepository csrfTokens,
            Refusals refusals,
            Throttle throttle) {
        return http.securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/api/session")
                        .authenticated()
                        .requestMatchers("/api/me/password")
                        .access(Entry.withAnyPassword())
                        .requestMatchers(
                                "/api/session",
                                "/api/setup",
                                "/api/password-reset",
                                "/api/openapi.json",
                                "/api/docs",
                                "/api/docs/**",
                                "/actuator/health/**",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .access(Entry.allowed()))
                .securityContext(context -> context.securityContextRepository(identity))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens).ignoringRequestMatchers(Bearer::isIn))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(refusals::notSignedIn).accessDeniedHandler(refusals::denied))
                .addFilterBefore(new PublicRequests(throttle, refusals), CsrfFilter.class)
                .headers(Security::headers)
                .with(new Plain(), Customizer.withDefaults())
                .build();
    }

    /** What lies here is the same for everyone: no session is looked up, no cookie set. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> {
                    headers(headers);
                    headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
                })
                .with(new Plain(), Customizer.withDefaults())
                .build();
    }

    @Bean
    CsrfTokenRepository csrfTokens(SessionCookie sessionCookie) {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(
                cookie -> cookie.path("/").secure(sessionCookie.isSecure()).sameSite("Lax"));
        return tokens;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=(self)"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** None of the ways in that come ready-made, and no memory of where someone wanted to go. */
    private static final class Plain extends AbstractHttpConfigurer<Plain, HttpSecurity> {
        @Override
        public void init(HttpSecurity http) {
            http.requestCache(AbstractHttpConfigurer::disable)
                    .formLogin(AbstractHttpConfigurer::disable)
                    .httpBasic(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable);
        }
    }
}
