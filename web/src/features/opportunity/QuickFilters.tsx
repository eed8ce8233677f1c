import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../api/types'
import { departmentsQuery } from '../../shared/records/departmentsQuery'
import { useCatalogue } from '../../shared/records/useCatalogue'
import { useMay, useSession } from '../../shared/session'
import styles from './opportunity.module.css'
import { departmentAndBelow, saysStatus, statusOf, whoseOf, withStatus, withWhose, type StatusChoice, type Whose } from './quickFilters'

interface Props {
  filter: Filter | null
  onChange: (filter: Filter | null) => void
  /** Shows open ones until something is said of the status. */
  openFirst?: boolean
}

/** The questions asked every day, one tap each; they are plain conditions of the filter in the address. */
export function QuickFilters({ filter, onChange, openFirst = false }: Props) {
  const { t } = useTranslation('opportunity')
  const { user } = useSession()
  const own = useMay()('department:read') ? user.departmentId : undefined
  const team = useQuery({ ...departmentsQuery, enabled: Boolean(own) })
  const departments = own ? departmentAndBelow(team.data ?? [], own) : []
  const { lacks } = useCatalogue('opportunity')
  const whose: Whose[] = ['all', ...(lacks('owner') ? [] : ['mine' as const]), ...(own && !lacks('department') ? ['team' as const] : [])]
  const statuses: StatusChoice[] = ['all', 'OPEN', 'DEFERRED', 'WON', 'LOST']
  const status = openFirst && !saysStatus(filter) ? 'OPEN' : statusOf(filter)
  return (
    <div className={styles.quick}>
      {whose.length > 1 && (
        <Segmented<Whose>
          aria-label={t('whose.label')}
          value={whoseOf(filter)}
          options={whose.map((value) => ({ value, label: t(`whose.${value}`) }))}
          onChange={(value) => onChange(withWhose(filter, value, departments))}
        />
      )}
      {!lacks('status') && (
        <Segmented<StatusChoice>
          aria-label={t('statusLabel')}
          value={status ?? ('' as StatusChoice)}
          options={statuses.map((value) => ({ value, label: value === 'all' ? t('anyStatus') : t(`status.${value}`) }))}
          onChange={(value) => onChange(withStatus(filter, value, openFirst))}
        />
      )}
    </div>
  )
}
