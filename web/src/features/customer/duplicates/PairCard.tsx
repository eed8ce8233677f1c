import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Value } from '../../../api/types'
import { useRecordPlace } from '../../../shared/feature'
import { formatNumber } from '../../../shared/format'
import { FieldValue } from '../../../shared/records/FieldValue'
import { useFields } from '../../../shared/records/useCatalogue'
import { useMay } from '../../../shared/session'
import { Badge } from '../../../shared/ui/Badge'
import { Marked } from '../../../shared/ui/Marked'
import { opportunitiesQuery, type Pair, type Side } from './api'
import { differing } from './differing'
import styles from './duplicates.module.css'

interface Props {
  pair: Pair
  current: boolean
  onFocus: () => void
  onDismiss: () => void
  onReopen: () => void
  onMerge?: () => void
}

/** Two records beside each other: what they are called, what tells whether they are one, and what can be done. */
export function PairCard({ pair, current, onFocus, onDismiss, onReopen, onMerge }: Props) {
  const { t } = useTranslation('customer')
  const { fields } = useFields(pair.type)
  const may = useMay()
  const facts = fields.filter(({ name }) => name !== 'name' && (name in pair.first.values || name in pair.second.values))
  const names = [pair.first, pair.second].map(nameOf) as [string, string]
  return (
    <article className={styles.pair} data-current={current || undefined} aria-label={names.join(' / ')} aria-current={current || undefined} onFocus={onFocus}>
      <header className={styles.reasons}>
        <Badge tone={pair.score >= 90 ? 'red' : 'amber'}>{t('review.score', { score: pair.score })}</Badge>
        <span>{pair.reasons.map((reason) => t(`review.reason.${reason}`)).join(' · ')}</span>
      </header>
      <table className={styles.facts}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <Name type={pair.type} side={pair.first} other={names[1]} />
            </th>
            <th scope="col">
              <Name type={pair.type} side={pair.second} other={names[0]} />
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.map((field) => (
            <Fact key={field.name} label={field.label}>
              <FieldValue field={field} value={pair.first.values[field.name] as Value} />
              <FieldValue field={field} value={pair.second.values[field.name] as Value} />
            </Fact>
          ))}
          {pair.type === 'customer' && may('contact:read') && (
            <Fact label={t('contact:title')}>
              {formatNumber(pair.first.contacts ?? 0)}
              {formatNumber(pair.second.contacts ?? 0)}
            </Fact>
          )}
          {pair.type === 'customer' && may('opportunity:read') && (
            <Fact label={t('tabs.opportunities')}>
              <Opportunities customer={pair.first.id} />
              <Opportunities customer={pair.second.id} />
            </Fact>
          )}
        </tbody>
      </table>
      <footer className={styles.actions}>
        {pair.state === 'OPEN' && onMerge && (
          <Button type="primary" onClick={onMerge}>
            {t('review.merge')}
          </Button>
        )}
        {pair.state === 'OPEN' && <Button onClick={onDismiss}>{t('review.dismiss')}</Button>}
        {pair.state === 'DISMISSED' && <Button onClick={onReopen}>{t('review.reopen')}</Button>}
      </footer>
    </article>
  )
}

const nameOf = ({ id, values }: Side) => String(values.name ?? `#${id}`)

/** What differs from the other name stands out. */
function Name({ type, side, other }: { type: string; side: Side; other: string }) {
  const place = useRecordPlace(type)
  const name = <Marked text={nameOf(side)} marks={differing(nameOf(side), other)} />
  return place?.path ? (
    <Link to={place.path(side.id)} target="_blank">
      {name}
    </Link>
  ) : (
    name
  )
}

function Fact({ label, children: [first, second] }: { label: string; children: [ReactNode, ReactNode] }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{first}</td>
      <td>{second}</td>
    </tr>
  )
}

function Opportunities({ customer }: { customer: string }) {
  const { data } = useQuery(opportunitiesQuery(customer))
  return data ? <span>{`${formatNumber(data.count)}${data.capped ? '+' : ''}`}</span> : null
}
