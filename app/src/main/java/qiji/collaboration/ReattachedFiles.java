package qiji.collaboration;

import static db.collaboration.Tables.FILE;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.AttachedBy;
import qiji.access.Reattaches;
import qiji.platform.Words;

/** The files of a record that becomes one with another. [B1] */
@Configuration(proxyBeanMethods = false)
class ReattachedFiles {
    @Bean
    Reattaches filesOfRecords(DSLContext jooq) {
        return AttachedBy.typeAndId(FILE.RECORD_TYPE, FILE.RECORD_ID, "file", Words.of("附件", "Files"), jooq);
    }
}
