import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { get } from '../../../api/client'
import type { Department, Page } from '../../../api/types'
import { Avatar } from '../../../shared/ui/Avatar'
import settings from '../settings.module.css'
import styles from './organization.module.css'

const most = 100

/** Who belongs to a department now. */
export function Members({ department }: { department: Department }) {
  const { t } = useTranslation('settings')
  const filter = {
    and: [
      { field: 'department', op: 'is', value: department.id },
      { field: 'state', op: 'is', value: 'ACTIVE' },
    ],
  }
  const { data } = useQuery({
    queryKey: ['records', 'user', 'members', department.id],
    queryFn: () => get<Page>('/records/user', { fields: 'name,title', filter: JSON.stringify(filter), sort: 'name', limit: most }),
  })
  return (
    <section aria-labelledby="members">
      <div className={settings.blockHead}>
        <h2 id="members">{t('departments.members')}</h2>
        <Link to={`/settings/users?filter=${encodeURIComponent(JSON.stringify(filter))}`}>{t('departments.allMembers')}</Link>
      </div>
      {!data && <Skeleton active />}
      {data?.rows.length === 0 && <p className={settings.quiet}>{t('departments.noMembers')}</p>}
      <ul className={styles.members}>
        {data?.rows.map((row) => (
          <li key={row.id}>
            <Avatar name={String(row.name)} />
            <Link to={`/settings/users/${row.id}`}>{String(row.name)}</Link>
            <span>{String(row.title ?? '')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
