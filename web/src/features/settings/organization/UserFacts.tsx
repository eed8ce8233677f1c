import { useTranslation } from 'react-i18next'
import { RecordFacts } from '../../../shared/records/RecordFacts'
import settings from '../settings.module.css'
import type { UserDetail } from './api'

/** What is known of a colleague, edited in place. */
export function UserFacts({ user, editable }: { user: UserDetail; editable: boolean }) {
  const { t } = useTranslation('settings')
  return (
    <section className={settings.block} aria-labelledby="facts">
      <div className={settings.blockHead}>
        <h2 id="facts">{t('users.facts')}</h2>
      </div>
      <RecordFacts type="user" record={user} without={['state']} fixed={['department']} editable={editable} />
    </section>
  )
}
