package qiji.records;

import org.jooq.DSLContext;
import qiji.testing.Settled;

/** 100,000 opportunities with their versions, and custom fields with and without an index. */
final class ManyDeals {
    private ManyDeals() {}

    static void fill(DSLContext plain) {
        for (String statement : """
                set qiji.writer = '0'
                insert into organization.department (name) select 'd' || n from generate_series(1, 300) n
                insert into organization.app_user (username, name, department_id)
                    select 'u' || n, 'u' || n, 1 + n % 300 from generate_series(1, 2000) n
                alter table customer.customer disable trigger user
                insert into customer.customer (name, normalized_name, created_by, valid_from, changed_by, changed_via)
                    select 'c' || n, 'c' || n, 0, now(), 0, 'test' from generate_series(1, 20000) n
                alter table opportunity.opportunity disable trigger user
                insert into opportunity.opportunity (number, name, customer_id, process_id, stage_id, stage_entered_at, owner_id,
                        department_id, expected_amount, opened_on, custom, created_at, created_by, valid_from, changed_by,
                        changed_via)
                    select n, 'o' || n, 1 + n % 20000, s.process_id, s.id, now(), 1 + n % 2000, 1 + (n % 2000) % 300,
                        n % 997 * 1000, current_date, jsonb_build_object('seats', n % 500,
                            'rooms', n % 500, 'city', 'c' || n % 5000, 'due', current_date - n % 3000, 'met', now(), 'deal', '7'),
                        now() - n * interval '1 minute', 0,
                        case n % 3 when 0 then now() - n * interval '1 minute' else now() end, 0, 'test'
                    from generate_series(1, 100000) n join process.stage s on s.position = 1 + n % 6
                insert into opportunity.opportunity_history (id, version, number, name, customer_id, process_id, stage_id,
                        stage_entered_at, status, owner_id, department_id, expected_amount, opened_on, secrecy, custom,
                        created_at, created_by, valid_from, valid_to, ended_by, changed_by, changed_via)
                    select id, 0, number, name, customer_id, process_id, stage_id,
                        stage_entered_at, status, owner_id, department_id, expected_amount, opened_on, secrecy, custom,
                        created_at, 0, created_at + (now() - created_at) / 3 * n, created_at + (now() - created_at) / 3 * (n + 1),
                        0, 0, 'test'
                    from opportunity.opportunity, generate_series(0, 2) n where valid_from > created_at
                alter table opportunity.member disable trigger user
                insert into opportunity.member (opportunity_id, user_id, role, valid_from, changed_by, changed_via)
                    select n * 3, 1 + n % 2000, 'SALES', now(), 0, 'test' from generate_series(1, 30000) n
                insert into records.custom_field (record_type, code, label_zh, label_en, kind)
                    values ('opportunity', 'seats', '人数', 'Seats', 'INTEGER')
                insert into records.custom_field (record_type, code, label_zh, label_en, kind, indexed)
                    select 'opportunity', code, code, code, kind, true from (values ('rooms', 'INTEGER'), ('city', 'TEXT'),
                        ('due', 'DATE'), ('met', 'INSTANT'), ('deal', 'MONEY')) as field (code, kind)
                select records.align_index(id) from records.custom_field
                vacuum analyze
                """.split("\n(?! )")) {
            plain.execute(statement);
        }
        Settled.opportunities(plain);
    }
}
