package qiji.records.views;

import static db.records.Tables.SAVED_VIEW;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import qiji.access.HandsOver;
import qiji.access.NamedBy;
import qiji.platform.Words;

/** What a leaver shared stays with those who use it; what was only theirs goes unseen. [A1] */
@Configuration(proxyBeanMethods = false)
class ViewHandOver {
    @Bean
    @Order(102)
    HandsOver sharedViews(DSLContext jooq) {
        return NamedBy.column(SAVED_VIEW.OWNER_ID, "view", Words.of("共享的视图", "Shared views"), jooq)
                .only(SAVED_VIEW.AUDIENCE.ne(Audience.ME.name()));
    }
}
