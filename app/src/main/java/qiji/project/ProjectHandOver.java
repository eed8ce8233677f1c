package qiji.project;

import static db.project.Tables.ITEM;
import static db.project.Tables.PROJECT;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.HandsOver;
import qiji.access.NamedBy;
import qiji.platform.Words;

/** The projects that somebody leads, and what they were to do in others; what is done stays with who did it. [A1 D12] */
@Configuration(proxyBeanMethods = false)
class ProjectHandOver {
    @Bean
    HandsOver ledProjects(DSLContext jooq) {
        return NamedBy.column(PROJECT.LEAD_ID, Projects.TYPE, Words.of("负责的项目", "Projects led"), jooq);
    }

    @Bean
    HandsOver openProjectItems(DSLContext jooq) {
        return NamedBy.column(ITEM.ASSIGNEE_ID, "project-item", Words.of("未完成的项目计划项", "Open project items"), jooq)
                .only(ITEM.DONE_ON.isNull());
    }
}
