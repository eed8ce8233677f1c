import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { EmptyState } from '../../shared/ui/EmptyState'
import { ErrorState } from '../../shared/ui/ErrorState'
import { FormPage } from '../../shared/ui/FormPage'
import { TabStrip, withTab } from '../../shared/ui/TabStrip'
import styles from './approval.module.css'
import { boxes, boxQuery, countsQuery, useDecisions, type Approval, type Box, type Outcome } from './api'
import { ApprovalItem } from './ApprovalItem'
import { DecisionDialog } from './DecisionDialogs'

/** What waits for the viewer, what they decided, what they asked. */
export function InboxPage() {
  const { t } = useTranslation('approval')
  const [params, setParams] = useSearchParams()
  const { data: counts } = useQuery(countsQuery)
  const count = { TO_DO: counts?.toDo, DONE: counts?.done, MINE: counts?.mine }
  const active = boxes.find((box) => box === params.get('tab')) ?? 'TO_DO'
  return (
    <FormPage title={t('title')} description={t('lead')}>
      <TabStrip
        label={t('boxes.label')}
        tabs={boxes.map((box) => ({
          key: box,
          label: count[box] === undefined ? t(`boxes.${box}`) : t('counted', { box: t(`boxes.${box}`), count: count[box] }),
          children: <BoxOf key={box} box={box} />,
        }))}
        active={active}
        onChange={(key) => setParams((before) => withTab(before, key === 'TO_DO' ? null : key), { replace: true })}
      />
    </FormPage>
  )
}

function BoxOf({ box }: { box: Box }) {
  const { t } = useTranslation('approval')
  const { data, error, isPending, refetch } = useQuery(boxQuery(box))
  const [wanted, setWanted] = useState<string[]>([])
  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data.rows.length === 0) return <EmptyState title={t(`none.${box}`)} reason={box === 'TO_DO' ? t('noneReason') : undefined} />
  const chosen = data.rows.filter(({ id }) => wanted.includes(id))
  const choose = (id: string, on: boolean) => setWanted(on ? [...wanted, id] : wanted.filter((one) => one !== id))
  return (
    <>
      <ul style={{ padding: 0, margin: 0 }}>
        {data.rows.map((approval) => (
          <ApprovalItem
            key={approval.id}
            approval={approval}
            chosen={wanted.includes(approval.id)}
            onChoose={box === 'TO_DO' ? (on) => choose(approval.id, on) : undefined}
          />
        ))}
      </ul>
      {box === 'TO_DO' && <ManyBar rows={data.rows} chosen={chosen} onChoose={setWanted} />}
    </>
  )
}

/** Decides all that are chosen, and says which were not. */
function ManyBar({ rows, chosen, onChoose }: { rows: Approval[]; chosen: Approval[]; onChoose: (ids: string[]) => void }) {
  const { t } = useTranslation('approval')
  const { message } = App.useApp()
  const { decideMany } = useDecisions()
  const [asked, setAsked] = useState<'approve' | 'return' | null>(null)
  const decide = async (outcome: Outcome, comment?: string) => {
    const answers = await decideMany(chosen.map(({ id }) => id), outcome, comment)
    const refused = answers.filter((answer) => answer.refused)
    onChoose([])
    if (refused.length > 0) void message.warning(t('refusedSome', { count: refused.length, reason: refused[0]!.refused }))
    else void message.success(t('decided'))
  }
  return (
    <div className={styles.bar}>
      <Checkbox
        checked={chosen.length === rows.length}
        indeterminate={chosen.length > 0 && chosen.length < rows.length}
        onChange={({ target }) => onChoose(target.checked ? rows.map(({ id }) => id) : [])}
      >
        {t('chooseAll')}
      </Checkbox>
      <span className={styles.quiet}>{t('chosen', { count: chosen.length })}</span>
      <Button disabled={chosen.length === 0} onClick={() => setAsked('return')}>
        {t('return')}
      </Button>
      <Button type="primary" disabled={chosen.length === 0} onClick={() => setAsked('approve')}>
        {t('approve')}
      </Button>
      {asked && (
        <DecisionDialog
          asked={asked}
          title={t('ask.many', { count: chosen.length })}
          onSubmit={(comment) => decide(asked === 'approve' ? 'APPROVED' : 'RETURNED', comment)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}
