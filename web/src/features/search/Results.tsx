import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { SearchGroup } from '../../api/types'
import { formatNumber } from '../../shared/format'
import { useKinds } from '../../shared/records/useKinds'
import { ErrorState } from '../../shared/ui/ErrorState'
import { TabStrip } from '../../shared/ui/TabStrip'
import { countsQuery, typeQuery } from './api'
import { FoundItems } from './FoundItems'
import styles from './search.module.css'

interface Props {
  text: string
  groups: SearchGroup[]
}

/** A tab for everything and one for each kind of which something was found. */
export function Results({ text, groups }: Props) {
  const { t } = useTranslation('search')
  const [params, setParams] = useSearchParams()
  const countOf = useCounts(text, groups)
  const kindOf = useKinds()
  const show = (type: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      if (type === 'all') next.delete('type')
      else next.set('type', type)
      return next
    })
  const all = groups.map((group) => (
    <section key={group.type} className={styles.group} aria-label={kindOf(group)}>
      <h2>
        {kindOf(group)} <span>{countOf(group)}</span>
      </h2>
      <Many group={group} />
      <FoundItems group={group} />
      {group.found > group.items.length && (
        <Button type="link" className={styles.more} onClick={() => show(group.type)}>
          {t('more', { label: kindOf(group) })}
        </Button>
      )}
    </section>
  ))
  return (
    <TabStrip
      label={t('types')}
      active={params.get('type') ?? 'all'}
      onChange={show}
      tabs={[
        { key: 'all', label: t('all'), children: all },
        ...groups.map((group) => ({
          key: group.type,
          label: t('tab', { label: kindOf(group), count: countOf(group) }),
          children: <AllOf type={group.type} text={text} />,
        })),
      ]}
    />
  )
}

/** Says that only the newest were ranked. */
function Many({ group }: { group: SearchGroup }) {
  const { t } = useTranslation('search')
  return group.newestOnly ? <p className={styles.many}>{t('newestOnly', { most: formatNumber(group.found) })}</p> : null
}

function AllOf({ type, text }: { type: string; text: string }) {
  const { t } = useTranslation('search')
  const pages = useInfiniteQuery(typeQuery(type, text))
  if (pages.isPending) return <Skeleton active paragraph={{ rows: 6 }} />
  if (pages.error) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  const first = pages.data.pages[0]!
  return (
    <>
      <Many group={first} />
      <FoundItems group={{ ...first, items: pages.data.pages.flatMap(({ items }) => items) }} />
      {pages.hasNextPage && (
        <Button type="link" className={styles.more} loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('next')}
        </Button>
      )}
    </>
  )
}

/** Few are known already; many are counted apart, and until then there are more than a thousand. */
function useCounts(text: string, groups: SearchGroup[]) {
  const { t } = useTranslation('search')
  const counts = useQuery(countsQuery(text, groups.some(({ newestOnly }) => newestOnly)))
  return ({ type, found, newestOnly }: SearchGroup) => {
    const counted = newestOnly ? counts.data?.[type] : undefined
    const count = formatNumber(counted?.count ?? found)
    return (counted?.capped ?? newestOnly) ? t('atLeast', { count }) : count
  }
}
