import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Reference, Value } from '../../../api/types'
import { useFields } from '../../../shared/records/useCatalogue'
import { FieldValue } from '../../../shared/records/FieldValue'
import { Badge } from '../../../shared/ui/Badge'
import { useMay } from '../../../shared/session'
import type { OpportunityDetail } from '../api'
import { Card } from '../detail/Card'
import { aftermathQuery, taskQuery } from './reviewApi'
import { ReviewDialog } from './ReviewDialog'
import styles from './review.module.css'

const told = ['lostReason', 'lostToCompetitor', 'lostTo', 'lossSummary', 'invalidCause', 'closingNote', 'lesson']

/** What is said of an ending: why, what is learnt, and what is done about it; told anew by those allowed. */
export function ReviewCard({ detail, past }: { detail: OpportunityDetail; past: boolean }) {
  const { t } = useTranslation('opportunity')
  const { fields } = useFields('opportunity')
  const [editing, setEditing] = useState(false)
  const { values, may, id } = detail
  if (!values.closedOn) return null
  const facts = told.filter((name) => values[name] != null && values[name] !== '')
  if (facts.length === 0 && !values.prevention && !may.review) return null
  const fact = (name: string, shown: ReactNode) => (
    <div key={name}>
      <dt>{fields.find((one) => one.name === name)?.label}</dt>
      <dd>{shown}</dd>
    </div>
  )
  return (
    <Card
      title={t(`review.title.${String(values.status)}`, { defaultValue: t('review.title.ANY') })}
      beside={
        may.review && (
          <Button type="link" size="small" onClick={() => setEditing(true)}>
            {t(values.lesson ? 'review.edit' : 'review.write')}
          </Button>
        )
      }
    >
      <dl className={styles.facts}>
        {facts.map((name) => {
          const field = fields.find((one) => one.name === name)
          return field && fact(name, <FieldValue field={field} value={values[name]} />)
        })}
        {values.prevention && fact('prevention', <Measure id={id} values={values} past={past} />)}
      </dl>
      {facts.length === 0 && !values.prevention && <p className={styles.quiet}>{t('review.none')}</p>}
      {!past && values.lesson && <LessonLink id={id} />}
      {editing && <ReviewDialog detail={detail} onClose={() => setEditing(false)} />}
    </Card>
  )
}

function Measure({ id, values, past }: { id: string; values: Record<string, Value>; past: boolean }) {
  const { t } = useTranslation('opportunity')
  const mayRead = useMay()('task:read')
  const { data } = useQuery({ ...aftermathQuery(id), enabled: !past })
  const task = useQuery({ ...taskQuery(data?.taskId ?? ''), enabled: mayRead && Boolean(data?.taskId) })
  const status = task.data?.values.status as keyof typeof tones | undefined
  const owner = values.preventionOwner as Reference | null
  return (
    <>
      <span className={styles.text}>{String(values.prevention)}</span>
      {(owner || values.preventionDueOn) && (
        <span className={styles.who}>
          {owner?.label} {values.preventionDueOn ? t('review.until', { day: String(values.preventionDueOn) }) : ''}
          {status && (
            <Link to="?tab=tasks">
              <Badge tone={tones[status]}>{t(`taskStatus.${status}`)}</Badge>
            </Link>
          )}
        </span>
      )}
    </>
  )
}

const tones = { OPEN: 'amber', DONE: 'green', CANCELLED: 'grey' } as const

/** Where the lesson stands by itself, and whether all may read it. */
function LessonLink({ id }: { id: string }) {
  const { t } = useTranslation('opportunity')
  const { data } = useQuery(aftermathQuery(id))
  if (!data?.lessonId) return null
  return (
    <p className={styles.link}>
      <Link to={`/lessons/${data.lessonId}`}>{t('review.toLesson')}</Link> {data.published && <Badge tone="green">{t('review.published')}</Badge>}
    </p>
  )
}
