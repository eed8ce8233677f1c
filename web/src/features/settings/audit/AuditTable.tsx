import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRecordPlace } from '../../../shared/feature'
import { formatInstant } from '../../../shared/format'
import { useFields } from '../../../shared/records/useCatalogue'
import { Badge } from '../../../shared/ui/Badge'
import settings from '../settings.module.css'
import { changesOf, fieldOf, typeOf, type AuditEntry } from './api'
import { sayValue } from './sayValue'
import styles from './audit.module.css'
import { useSubjectName } from './useSubjectName'

const shownAtOnce = 4
const tones = { insert: 'green', update: 'blue', delete: 'red' } as const

export function AuditTable({ rows }: { rows: AuditEntry[] }) {
  const { t } = useTranslation('settings')
  const nameOf = useSubjectName()
  // What the system itself wrote has words of its own in each language; what people wrote stands as it is.
  const said = (kind: 'from' | 'reasons', text: string) => t(`audit.${kind}.${text.replaceAll(/\W/g, '_')}`, { defaultValue: text })
  return (
    <div className={styles.scroll} role="region" aria-label={t('audit.title')} tabIndex={0}>
      <table className={`${settings.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.user')}</th>
            <th scope="col">{t('audit.action')}</th>
            <th scope="col">{t('audit.subject')}</th>
            <th scope="col">{t('audit.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={styles.at}>
                <time>{formatInstant(row.at)}</time>
              </td>
              <td>
                {row.userName}
                {row.address && <div className={settings.small}>{said('from', row.address)}</div>}
              </td>
              <td>
                <Badge tone={tones[row.action as keyof typeof tones] ?? 'grey'}>{t(`audit.actions.${row.action}`, { defaultValue: row.action })}</Badge>
                {row.reason && <div className={settings.small}>{said('reasons', row.reason)}</div>}
              </td>
              <td>
                {nameOf(row.subjectType)} <Subject row={row} />
              </td>
              <td>
                <Changes row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the record is called, or its number; a link where its page is. */
function Subject({ row: { subjectType, subjectId, subjectName } }: { row: AuditEntry }) {
  const place = useRecordPlace(typeOf(subjectType))
  if (!subjectId) return null
  const name = subjectName ?? `#${subjectId}`
  return place?.path ? <Link to={place.path(subjectId)}>{name}</Link> : <span className={settings.quiet}>{name}</span>
}

function Changes({ row }: { row: AuditEntry }) {
  const type = typeOf(row.subjectType)
  return type ? <NamedChanges row={row} type={type} /> : <ChangeList row={row} nameOf={(key) => key} say={(_, value) => value} />
}

/** Columns of a known type by the names that people know, what they hold as the pages show it. */
function NamedChanges({ row, type }: { row: AuditEntry; type: string }) {
  const { fields } = useFields(type)
  const { t } = useTranslation('settings')
  const find = (key: string) => fields.find(({ name }) => name === fieldOf(key))
  return <ChangeList row={row} nameOf={(key) => find(key)?.label ?? key} say={(key, value) => sayValue(find(key), value, t)} />
}

function ChangeList({ row, nameOf, say: sayPlain }: { row: AuditEntry; nameOf: (key: string) => string; say: (key: string, value: string) => string }) {
  const { t } = useTranslation('settings')
  const [all, setAll] = useState(false)
  const changes = changesOf(row)
  const say = (key: string, value: string) => row.names[key]?.[value] ?? sayPlain(key, value)
  const shown = all ? changes : changes.slice(0, shownAtOnce)
  return (
    <>
      <ul className={styles.changes}>
        {shown.map(({ key, before, after }) => (
          <li key={key}>
            <span className={settings.quiet}>{nameOf(key)}</span>{' '}
            {before !== null && (
              <>
                <del>{say(key, before)}</del> <span aria-hidden>→</span>{' '}
              </>
            )}
            {after === null ? <em>{t('audit.nothing')}</em> : <ins>{say(key, after)}</ins>}
          </li>
        ))}
      </ul>
      {changes.length > shownAtOnce && (
        <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('audit.less') : t('audit.more', { count: changes.length - shownAtOnce })}
        </Button>
      )}
    </>
  )
}
