import { useQuery } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useRecordPlace } from '../../shared/feature'
import { formatInstant } from '../../shared/format'
import { Badge } from '../../shared/ui/Badge'
import { FormPage } from '../../shared/ui/FormPage'
import { PageError } from '../../shared/ui/PageError'
import { useMessageOf } from '../../shared/useMessageOf'
import styles from './approval.module.css'
import { approvalQuery, tones, useDecisions, type ApprovalDetail } from './api'
import { ChainOf } from './ChainOf'
import { DecisionDialog, type Asked } from './DecisionDialogs'
import { ThenAndNow } from './ThenAndNow'

/** One request: what is asked, who decides, what was said, and what has changed since. */
export function ApprovalPage() {
  const { t } = useTranslation('approval')
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(approvalQuery(id))
  const back = { path: '/approvals', label: t('title') }
  if (error && !data) return <PageError error={error} back={back} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active style={{ padding: 24 }} />
  return <Page detail={data} back={back} />
}

function Page({ detail, back }: { detail: ApprovalDetail; back: { path: string; label: string } }) {
  const { t } = useTranslation('approval')
  const { request } = detail
  const place = useRecordPlace(request.recordType)
  const decided = place?.decided?.[request.kind]
  const title = request.title ?? t('untitled')
  return (
    <FormPage
      title={`${request.kindName} · ${title}`}
      back={back}
      beside={<Badge tone={tones[request.state]}>{t(`states.${request.state as 'OPEN'}`)}</Badge>}
      description={t('askedBy', { name: request.askedBy?.name ?? t('system'), at: formatInstant(request.askedAt) })}
      actions={<Actions detail={detail} title={title} />}
    >
      {detail.may.transfer && !detail.may.decide && <p role="note">{t('page.own')}</p>}
      {request.note && (
        <section className={styles.section} aria-label={t('page.note')}>
          <h2>{t('page.note')}</h2>
          <p className={styles.note}>{request.note}</p>
        </section>
      )}
      <ThenAndNow detail={detail} />
      {request.title && place?.path && (
        <p className={styles.place}>
          <Link to={place.path(request.recordId)}>{title}</Link>
          {decided && detail.subjectId && <Link to={decided(request.recordId, detail.subjectId)}>{request.kindName}</Link>}
        </p>
      )}
      <ChainOf steps={detail.steps} />
      {request.state === 'OPEN' && <p className={styles.quiet}>{t('page.fixed')}</p>}
      <section className={styles.section} aria-label={t('page.trail')}>
        <h2>{t('page.trail')}</h2>
        <ol className={styles.trail}>
          {detail.events.map((event) => (
            <li key={`${event.at} ${event.kind} ${event.user?.id}`}>
              <div>
                {event.by?.name ?? t('system')} · {event.words}
                {event.user && ` → ${event.user.name}`}
              </div>
              {event.comment && <div className={styles.note}>{event.comment}</div>}
              <time className={styles.quiet}>{formatInstant(event.at)}</time>
            </li>
          ))}
        </ol>
      </section>
    </FormPage>
  )
}

function Actions({ detail, title }: { detail: ApprovalDetail; title: string }) {
  const { t } = useTranslation('approval')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const decisions = useDecisions()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { id } = detail.request
  const may = detail.may
  const submit = (comment: string | undefined, userId: string | undefined) => {
    switch (asked) {
      case 'approve':
        return decisions.decide(id, 'APPROVED', comment)
      case 'reject':
        return decisions.decide(id, 'REJECTED', comment)
      case 'return':
        return decisions.decide(id, 'RETURNED', comment)
      case 'withdraw':
        return decisions.withdraw(id, comment)
      case 'add':
        return decisions.add(id, userId!, comment)
      default:
        return decisions.transfer(id, userId!, comment)
    }
  }
  const remind = () =>
    decisions.remind(id).then(
      () => void message.success(t('reminded')),
      (failure: unknown) => void message.error(messageOf(failure)),
    )
  const verbs: Asked[] = [
    ...(may.withdraw ? (['withdraw'] as const) : []),
    ...(may.transfer ? (['transfer'] as const) : []),
    ...(may.add ? (['add'] as const) : []),
    ...(may.decide ? (['reject', 'return', 'approve'] as const) : []),
  ]
  return (
    <>
      {may.remind && <Button onClick={() => void remind()}>{t('remind')}</Button>}
      {verbs.map((verb) => (
        <Button key={verb} type={verb === 'approve' ? 'primary' : 'default'} danger={verb === 'reject'} onClick={() => setAsked(verb)}>
          {t(verb)}
        </Button>
      ))}
      {asked && <DecisionDialog asked={asked} title={title} onSubmit={submit} onClose={() => setAsked(null)} />}
    </>
  )
}
