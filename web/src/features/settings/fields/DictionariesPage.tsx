import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { PageHeader } from '../../../shared/ui/PageHeader'
import split from '../organization/organization.module.css'
import { dictionariesQuery } from './api'
import { DictionaryEditor } from './DictionaryEditor'
import styles from './fields.module.css'

/** The code lists: industries, sources, reasons for losing. */
export function DictionariesPage() {
  const { t } = useTranslation('settings')
  const { data, isPending, error, refetch, dataUpdatedAt } = useQuery(dictionariesQuery())
  const [params, setParams] = useSearchParams()
  const chosen = data?.find(({ code }) => code === params.get('code')) ?? data?.[0]
  return (
    <>
      <PageHeader title={t('dictionaries.title')} description={t('dictionaries.lead')} />
      {isPending && <Skeleton active style={{ padding: 24 }} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className={`${split.split} ${split.narrow}`}>
          <nav className={split.outline} aria-label={t('dictionaries.title')}>
            <ul className={styles.names}>
              {data.map(({ code, label, entries }) => (
                <li key={code}>
                  <button type="button" aria-current={code === chosen?.code ? 'true' : undefined} onClick={() => setParams({ code }, { replace: true })}>
                    {label}
                    <span>{entries.filter(({ archived }) => !archived).length}</span>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          {chosen && <DictionaryEditor key={`${chosen.code} ${dataUpdatedAt}`} dictionary={chosen} />}
        </div>
      )}
    </>
  )
}
