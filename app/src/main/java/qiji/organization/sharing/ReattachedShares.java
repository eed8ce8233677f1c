package qiji.organization.sharing;

import static db.organization.Tables.SHARE;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.AttachedBy;
import qiji.access.Reattaches;
import qiji.platform.Words;

/** Who was shown one of two records that become one is shown that one, for as long as either share lasts. [A3 B1] */
@Configuration(proxyBeanMethods = false)
class ReattachedShares {
    @Bean
    Reattaches sharesOfRecords(DSLContext jooq) {
        return AttachedBy.typeAndId(SHARE.RECORD_TYPE, SHARE.RECORD_ID, "share", Words.of("共享", "Shares"), jooq)
                .oncePer(SHARE.USER_ID, SHARE.ENDS_AT.desc().nullsFirst());
    }
}
