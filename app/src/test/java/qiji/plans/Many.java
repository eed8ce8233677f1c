package qiji.plans;

import org.jooq.DSLContext;
import qiji.testing.Settled;

/** 100,000 opportunities of 20,000 customers, with what was done and kept about them, and words of every frequency. */
final class Many {
    /** Stands in one of ten thousand records. */
    static final String RARE = "雅连";
    /** In one of a hundred. */
    static final String SOME = "专线";
    /** In three of ten. */
    static final String FREQUENT = "项目";

    private static final String WORDS = """
            (case when n % 10 < 3 then ' ''项目'':1A' else '' end || case when n % 100 = 0 then ' ''专线'':1A' else '' end
                || case when n % 10000 = 0 then ' ''雅连'':1A' else '' end || ' ''n' || n || ''':1A')::tsvector""";

    private Many() {}

    static void fill(DSLContext owner) {
        for (String statement : """
                set qiji.writer = '0'
                insert into organization.department (name) select 'd' || n from generate_series(1, 300) n
                insert into organization.app_user (username, name, department_id)
                    select 'u' || n, 'u' || n, 1 + n % 300 from generate_series(1, 2000) n
                alter table customer.customer disable trigger user
                insert into customer.customer (name, normalized_name, search, owner_id, department_id, created_at, created_by,
                        valid_from, changed_by, changed_via)
                    select 'c' || n, 'c' || n, WORDS, 1 + n % 2000, 1 + n % 300, now() - n * interval '1 minute', 0, now(), 0,
                        'test' from generate_series(1, 20000) n
                alter table customer.customer enable trigger user
                alter table customer.contact disable trigger user
                insert into customer.contact (customer_id, name, search, created_at, created_by, valid_from, changed_by, changed_via)
                    select 1 + n % 20000, 'p' || n, WORDS, now() - n * interval '1 minute', 0, now(), 0, 'test'
                    from generate_series(1, 40000) n
                alter table customer.contact enable trigger user
                alter table opportunity.opportunity disable trigger user
                insert into opportunity.opportunity (number, name, search, customer_id, process_id, stage_id, stage_entered_at,
                        owner_id, department_id, expected_amount, opened_on, created_at, created_by, valid_from, changed_by,
                        changed_via)
                    select n, 'o' || n, WORDS, 1 + n % 20000, s.process_id, s.id, now() - n * interval '1 minute', 1 + n % 2000,
                        1 + n % 300, n % 997 * 1000, current_date, now() - n * interval '1 minute', 0,
                        now() - (n % 3) * interval '1 minute' * n / 3, 0, 'test'
                    from generate_series(1, 100000) n join process.stage s on s.position = 1 + n % 6
                insert into opportunity.opportunity_history (id, version, number, name, customer_id, process_id, stage_id,
                        stage_entered_at, status, owner_id, department_id, expected_amount, opened_on, secrecy, custom,
                        created_at, created_by, valid_from, valid_to, ended_by, changed_by, changed_via)
                    select id, 0, number, name, customer_id, process_id, stage_id,
                        stage_entered_at, status, owner_id, department_id, expected_amount, opened_on, secrecy, custom,
                        created_at, 0, created_at, valid_from, 0, 0, 'test'
                    from opportunity.opportunity where valid_from > created_at
                alter table opportunity.opportunity enable trigger user
                alter table opportunity.stage_visit disable trigger user
                insert into opportunity.stage_visit (opportunity_id, stage_id, entered_at, entered_by)
                    select id, stage_id, stage_entered_at, 0 from opportunity.opportunity
                alter table opportunity.stage_visit enable trigger user
                alter table opportunity.member disable trigger user
                insert into opportunity.member (opportunity_id, user_id, role, valid_from, changed_by, changed_via)
                    select n * 3, 1 + n % 2000, 'SALES', now(), 0, 'test' from generate_series(1, 30000) n
                alter table opportunity.member enable trigger user
                alter table activity.activity disable trigger user
                insert into activity.activity (record_type, record_id, kind, subject, search, happened_at, owner_id, created_by)
                    select case when n % 4 = 0 then 'customer' else 'opportunity' end, 1 + n % 20000 * (case when n % 4 = 0
                        then 1 else 5 end), 'CALL', 's' || n, WORDS, now() - n * interval '1 minute', 1 + n % 2000, 0
                    from generate_series(1, 150000) n
                alter table activity.activity enable trigger user
                alter table collaboration.file disable trigger user
                insert into collaboration.file (record_type, record_id, name, search, size, content_type, sha256, uploaded_by,
                        uploaded_at)
                    select 'opportunity', 1 + n, 'f' || n, WORDS, 1, 'application/pdf', repeat('0', 64), 1 + n % 2000,
                        now() - n * interval '1 minute' from generate_series(1, 50000) n
                alter table collaboration.file enable trigger user
                vacuum analyze
                """.replace("WORDS", WORDS).split("\n(?![ \\)])")) {
            owner.execute(statement);
        }
        Settled.opportunities(owner);
    }
}
