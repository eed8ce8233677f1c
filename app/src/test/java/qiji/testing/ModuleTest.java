package qiji.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

/**
 * A test of a module within the whole application, over HTTP and on a real PostgreSQL. All of them share one
 * application and one database, since starting those costs more than any test; each runs in a transaction that is
 * rolled back. One that needs commits says {@code @Transactional(propagation = NOT_SUPPORTED)} and looks only for rows
 * that it made.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "qiji.data=target/test-data-${test.fork:1}",
            // Applications that wait for their next test would else hold all connections of the one server.
            "spring.datasource.hikari.minimum-idle=0",
            "spring.datasource.hikari.idle-timeout=10000"
        })
@AutoConfigureMockMvc
@Import({TestDatabase.class, SampleData.class})
@Transactional
public @interface ModuleTest {}
