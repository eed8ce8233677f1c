import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useMay } from '../../../shared/session'
import { PageHeader } from '../../../shared/ui/PageHeader'
import { TabStrip, withTab } from '../../../shared/ui/TabStrip'
import type { DuplicateState, DuplicateType } from './api'
import styles from './duplicates.module.css'
import { PairList } from './PairList'
import { SearchState } from './SearchState'

const states: DuplicateState[] = ['OPEN', 'DISMISSED']

/** Customers and contacts that are probably there twice, to be merged or kept apart. */
export function DuplicatesPage() {
  const { t } = useTranslation('customer')
  const [params, setParams] = useSearchParams()
  const may = useMay()
  const types: DuplicateType[] = may('contact:read') ? ['customer', 'contact'] : ['customer']
  const active = types.find((type) => type === params.get('tab')) ?? 'customer'
  const state = params.get('state') === 'DISMISSED' ? 'DISMISSED' : 'OPEN'
  const choose = (next: DuplicateState) => {
    const changed = new URLSearchParams(params)
    if (next === 'OPEN') changed.delete('state')
    else changed.set('state', next)
    setParams(changed, { replace: true })
  }
  const part = (type: DuplicateType) => (
    <>
      <div className={styles.bar}>
        <Segmented<DuplicateState>
          aria-label={t('review.state')}
          value={state}
          onChange={choose}
          options={states.map((value) => ({ value, label: t(`review.states.${value}`) }))}
        />
        <SearchState type={type} />
      </div>
      <PairList key={`${type}${state}`} type={type} state={state} />
    </>
  )
  return (
    <>
      <PageHeader title={t('review.title')} back={{ path: '/customers', label: t('title') }} description={t('review.description')} />
      <div className={styles.page}>
        <TabStrip
          label={t('review.tabs')}
          active={active}
          onChange={(tab) => setParams(withTab(params, tab === 'customer' ? null : tab), { replace: true })}
          tabs={types.map((type) => ({ key: type, label: t(`${type}:title`), children: part(type) }))}
        />
      </div>
    </>
  )
}
