import { LockOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Badge } from '../../../shared/ui/Badge'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { FormPage } from '../../../shared/ui/FormPage'
import { ListItem, PlainList } from '../../../shared/ui/PlainList'
import { kindsQuery } from './api'
import { Lines } from './Lines'

/** All rules that are data, with what they say today. */
export function RulesPage() {
  const { t } = useTranslation('settings')
  const { data, isPending, error, refetch } = useQuery(kindsQuery)
  return (
    <FormPage title={t('rules.title')} description={t('rules.lead')}>
      {isPending && <Skeleton active />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <PlainList>
        {data?.map((kind) => (
          <ListItem
            key={kind.id}
            title={<Link to={`/settings/rules/${kind.id}`}>{kind.label}</Link>}
            beside={
              <>
                {kind.locked && (
                  <Badge tone="teal">
                    <LockOutlined aria-hidden /> {t('rules.locked')}
                  </Badge>
                )}
                {kind.departments > 0 && <Badge>{t('rules.departments', { count: kind.departments })}</Badge>}
                {kind.nextChange && <Badge tone="amber">{t('rules.nextChange', { day: kind.nextChange })}</Badge>}
              </>
            }
            detail={<Lines lines={kind.lines} />}
          />
        ))}
      </PlainList>
    </FormPage>
  )
}
