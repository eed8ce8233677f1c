import { Select } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../../api/client'
import { formatInstant } from '../../../shared/format'
import type { Timeline, TrialItem } from './api'
import { TrialPanel, type Span } from './TrialPanel'

interface Props {
  rule: Timeline
  /** The draft to be tried. */
  chosen: string | null
  onChoose: (edition: string | null) => void
}

/** Tries a draft of a rule against the past. */
export function Sandbox({ rule, chosen, onChoose }: Props) {
  const { t } = useTranslation('settings')
  const section = useRef<HTMLElement>(null)
  const drafts = rule.editions.filter(({ state }) => state === 'DRAFT')
  const draft = drafts.find(({ id }) => id === chosen)?.id ?? drafts[0]?.id
  useEffect(() => {
    if (chosen) section.current?.scrollIntoView?.({ block: 'start' })
  }, [chosen])
  const tried = ({ editionId }: TrialItem) => {
    const edition = rule.editions.find(({ id }) => id === editionId)
    return edition?.number ? t('rules.edition', { number: edition.number }) : t(edition ? 'rules.state.DRAFT' : 'rules.discarded')
  }
  const begin = (span: Span) => post<{ id: string }>(`/rules/${rule.id}/editions/${draft}/trials`, span)
  return (
    <TrialPanel
      ref={section}
      place={{ path: `/rules/${rule.id}`, params: { department: rule.department?.id ?? null } }}
      hint={t('rules.sandboxHint')}
      begin={draft ? begin : undefined}
      tried={tried}
    >
      <Select
        aria-label={t('rules.whichDraft')}
        value={draft}
        options={drafts.map(({ id, createdAt, added }) => ({ value: id, label: `${formatInstant(createdAt)} ${added.join(' · ')}` }))}
        onChange={onChoose}
      />
    </TrialPanel>
  )
}
