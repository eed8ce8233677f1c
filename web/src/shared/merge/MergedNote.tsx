import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Popconfirm } from 'antd'
import { Trans, useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRecordPlace } from '../feature'
import { useAsOf } from '../past/asOf'
import { useMay } from '../session'
import { mergesQuery, type MergeRow, type MergeType } from './api'
import { useUndoMerge } from './useUndoMerge'

/** Of a record that became another one, where it went; of a survivor, what came into it. With the way back. */
export function MergedNote({ type, id, into }: { type: MergeType; id: string; into?: { id: string; label: string } | null }) {
  const { t } = useTranslation('merge')
  const may = useMay()
  const past = useAsOf() !== null
  const place = useRecordPlace(type)
  const { data } = useQuery({ ...mergesQuery(type, id), enabled: !past && may(`${type}:merge`) })
  if (past) return null
  const standing = data?.rows.filter(({ undoneAt }) => !undoneAt) ?? []
  const link = (record: { id: string; label?: string | null }) => <Link to={place?.path?.(record.id) ?? ''}>{record.label ?? `#${record.id}`}</Link>
  const away = standing.find(({ gone }) => gone.id === id)
  return (
    <>
      {into && (
        <Alert
          banner
          role="note"
          type="info"
          title={<Trans t={t} i18nKey="intoAnother" values={{ name: into.label }} components={{ 1: link(into) }} />}
          action={away?.mayUndo && <UndoButton merge={away} name={into.label} />}
        />
      )}
      {standing
        .filter(({ keep, mayUndo }) => keep.id === id && mayUndo)
        .map((row) => (
          <Alert
            key={row.id}
            banner
            role="note"
            type="info"
            title={<Trans t={t} i18nKey="fromAnother" values={{ name: row.gone.label ?? `#${row.gone.id}` }} components={{ 1: link(row.gone) }} />}
            action={<UndoButton merge={row} name={row.gone.label ?? `#${row.gone.id}`} />}
          />
        ))}
    </>
  )
}

function UndoButton({ merge, name }: { merge: MergeRow; name: string }) {
  const { t } = useTranslation('merge')
  const { undo } = useUndoMerge()
  return (
    <Popconfirm title={t('undoAsk', { name })} description={t('undoNote')} okText={t('undo')} cancelText={t('shared:cancel')} onConfirm={() => undo(merge.id)}>
      <Button size="small">{t('undo')}</Button>
    </Popconfirm>
  )
}
