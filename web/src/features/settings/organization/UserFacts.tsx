import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { InlineField } from '../../../shared/records/InlineField'
import { useFields } from '../../../shared/records/useCatalogue'
import { useSaveField } from '../../../shared/records/useSaveField'
import settings from '../settings.module.css'
import type { UserDetail } from './api'

const hidden = new Set(['state'])

/** What is known of a colleague, edited in place. */
export function UserFacts({ user, editable }: { user: UserDetail; editable: boolean }) {
  const { t } = useTranslation('settings')
  const { fields, isPending } = useFields('user')
  const save = useSaveField('user')
  return (
    <section className={settings.block} aria-labelledby="facts">
      <div className={settings.blockHead}>
        <h2 id="facts">{t('users.facts')}</h2>
      </div>
      {isPending && <Skeleton active />}
      <dl className={settings.facts}>
        {fields
          .filter(({ name }) => !hidden.has(name))
          .map((field) => (
            <div key={field.name}>
              <dt>{field.label}</dt>
              <dd>
                <InlineField
                  field={field}
                  value={user.values[field.name]}
                  editable={editable && !field.readOnly}
                  onSave={(value) => save(user.id, field.name, value)}
                />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
