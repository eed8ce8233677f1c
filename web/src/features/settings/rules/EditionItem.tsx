import { useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Popconfirm } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { del, put } from '../../../api/client'
import { formatInstant, today } from '../../../shared/format'
import { Badge } from '../../../shared/ui/Badge'
import { Ask } from '../Ask'
import settings from '../settings.module.css'
import { useAction } from '../useAction'
import type { Edition, Timeline } from './api'
import { Lines } from './Lines'
import { ReasonDialog } from './ReasonDialog'
import styles from './rules.module.css'

interface Props {
  rule: Timeline
  edition: Edition
  onEdit: () => void
  onTry: () => void
}

/** One edition on the timeline: since when, why and by whom, and what differs from the one before. */
export function EditionItem({ rule, edition, onEdit, onTry }: Props) {
  const { t } = useTranslation('settings')
  const coming = edition.state === 'PUBLISHED' && (edition.effectiveFrom ?? '') > today()
  const state = edition.inForce ? 'IN_FORCE' : coming ? 'COMING' : edition.state
  const title = edition.number ? t('rules.number', { number: edition.number, day: edition.effectiveFrom }) : t('rules.state.DRAFT')
  return (
    <li className={styles.edition}>
      <div className={styles.editionHead}>
        <h3>{title}</h3>
        {edition.number && <Badge tone={edition.inForce ? 'teal' : coming ? 'amber' : 'grey'}>{t(`rules.state.${state}`)}</Badge>}
        {rule.mayEdit && (
          <span className={settings.buttons}>
            {edition.state === 'DRAFT' && <DraftButtons rule={rule} edition={edition} onEdit={onEdit} onTry={onTry} />}
            {coming && <Withdraw rule={rule} edition={edition} />}
          </span>
        )}
      </div>
      <p className={styles.told}>
        {edition.publishedAt
          ? t('rules.publishedBy', { name: edition.publishedBy, at: formatInstant(edition.publishedAt) })
          : t('rules.draftedBy', { name: edition.createdBy, at: formatInstant(edition.createdAt) })}
        {edition.reason && ` · ${edition.reason}`}
      </p>
      <Differences edition={edition} />
      <details>
        <summary>{t('rules.whole')}</summary>
        <Lines lines={edition.lines} />
      </details>
    </li>
  )
}

function Differences({ edition: { added, removed } }: { edition: Edition }) {
  const { t } = useTranslation('settings')
  if (added.length + removed.length === 0) return <p className={styles.told}>{t('rules.same')}</p>
  return (
    <ul className={styles.differences}>
      {removed.map((line) => (
        <li key={`-${line}`}>
          <del>{line}</del>
        </li>
      ))}
      {added.map((line) => (
        <li key={`+${line}`}>
          <ins>{line}</ins>
        </li>
      ))}
    </ul>
  )
}

function DraftButtons({ rule, edition, onEdit, onTry }: Props) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const { busy, run } = useAction()
  const [from, setFrom] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const path = `/rules/${rule.id}/editions/${edition.id}`
  const again = () => cache.invalidateQueries({ queryKey: ['rules'] })
  return (
    <>
      <Button size="small" onClick={onEdit}>
        {t('rules.editDraft')}
      </Button>
      {rule.mayTry && (
        <Button size="small" onClick={onTry}>
          {t('rules.try')}
        </Button>
      )}
      <Button size="small" type="primary" onClick={() => setAsking(true)}>
        {t('rules.publish')}
      </Button>
      <Popconfirm title={t('rules.discardAsk')} okText={t('rules.discard')} onConfirm={() => run(async () => void (await del(`${path}?version=${rule.version}`), await again()))}>
        <Button size="small" danger type="text" loading={busy}>
          {t('rules.discard')}
        </Button>
      </Popconfirm>
      {asking && (
        <ReasonDialog
          title={t('rules.publish')}
          hint={t('rules.publishHint')}
          onClose={() => setAsking(false)}
          onSend={async (reason) => {
            await put(`${path}/publication`, { version: rule.version, effectiveFrom: from, reason })
            await again()
          }}
        >
          {(faults) => (
            <Ask label={t('rules.effectiveFrom')} required fault={faults.at('effectiveFrom')}>
              {(id) => (
                <DatePicker
                  id={id}
                  style={{ width: '100%' }}
                  minDate={dayjs(today())}
                  value={from ? dayjs(from) : null}
                  onChange={(day) => setFrom(day ? day.format('YYYY-MM-DD') : null)}
                />
              )}
            </Ask>
          )}
        </ReasonDialog>
      )}
    </>
  )
}

function Withdraw({ rule, edition }: { rule: Timeline; edition: Edition }) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('rules.withdraw')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('rules.withdraw')}
          onClose={() => setAsking(false)}
          onSend={async (reason) => {
            await put(`/rules/${rule.id}/editions/${edition.id}/withdrawal`, { version: rule.version, reason })
            await cache.invalidateQueries({ queryKey: ['rules'] })
          }}
        />
      )}
    </>
  )
}
