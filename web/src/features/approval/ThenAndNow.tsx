import { useTranslation } from 'react-i18next'
import { useFields } from '../../shared/records/useCatalogue'
import { FieldValue } from '../../shared/records/FieldValue'
import styles from './approval.module.css'
import { asValue, type ApprovalDetail } from './api'

/** What was asked, as it was then, beside what it is now. */
export function ThenAndNow({ detail }: { detail: ApprovalDetail }) {
  const { t } = useTranslation('approval')
  const { fields } = useFields(detail.request.recordType)
  const changed = detail.fields.filter((field) => field.changed).length
  return (
    <section className={styles.section} aria-label={t('page.fields')}>
      <h2>{t('page.fields')}</h2>
      {detail.fields.length === 0 ? (
        <p className={styles.quiet}>{t('page.hidden')}</p>
      ) : (
        <>
          <p className={styles.quiet}>{changed > 0 ? t('page.changed', { count: changed }) : t('page.same')}</p>
          <table className={styles.fields}>
            <thead>
              <tr>
                <th scope="col">{t('page.field')}</th>
                <th scope="col">{t('page.before')}</th>
                <th scope="col">{t('page.now')}</th>
              </tr>
            </thead>
            <tbody>
              {detail.fields.map(({ name, label, then, now, changed: differs }) => {
                const field = fields.find((one) => one.name === name) ?? { name, label: label ?? name, kind: typeof now === 'number' ? ('NUMBER' as const) : ('TEXT' as const), required: false }
                return (
                  <tr key={name} data-changed={differs}>
                    <th scope="row">{field.label}</th>
                    <td>
                      <FieldValue field={field} value={asValue(then)} />
                    </td>
                    <td>
                      <FieldValue field={field} value={asValue(now)} />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
