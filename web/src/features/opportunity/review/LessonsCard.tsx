import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Badge } from '../../../shared/ui/Badge'
import { useMay } from '../../../shared/session'
import type { OpportunityDetail } from '../api'
import { Card } from '../detail/Card'
import { StatusBadge } from '../StatusBadge'
import { similarQuery } from './reviewApi'
import styles from './review.module.css'

/** What others learnt from opportunities like this one, while there is still time to use it; nothing if there is nothing. */
export function LessonsCard({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const open = detail.values.status === 'OPEN'
  const may = useMay()('lesson:read')
  const { data } = useQuery({ ...similarQuery(detail.id), enabled: open && may })
  if (!open || !data || data.length === 0) return null
  return (
    <Card title={t('review.similar')}>
      <ul className={styles.lessons}>
        {data.map((lesson) => (
          <li key={lesson.id}>
            <Link to={`/lessons/${lesson.id}`}>{lesson.title}</Link>
            {lesson.text !== lesson.title && <p>{lesson.text}</p>}
            <span className={styles.like}>
              {lesson.outcome && <StatusBadge status={lesson.outcome} />}
              {lesson.likeness.map((word) => (
                <Badge key={word} tone="teal">
                  {word}
                </Badge>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
