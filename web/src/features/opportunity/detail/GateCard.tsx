import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OpportunityDetail, Stage } from '../api'
import { EditionNote } from '../control/EditionNote'
import { Waivers } from '../control/Waivers'
import { Card } from './Card'
import styles from './detail.module.css'

/** What is still missing to enter the next stage. */
export function GateCard({ detail, stages, onMove }: { detail: OpportunityDetail; stages: Stage[]; onMove: (stageId: string) => void }) {
  const { t } = useTranslation('opportunity')
  const { gate } = detail
  const next = stages.find(({ id }) => id === gate?.stageId)
  if (!gate || !next || detail.values.status !== 'OPEN') return null
  const ready = gate.unmet.length === 0
  // Nothing is told to who neither moves it nor may see any of what is asked.
  if (!ready && detail.may.move === false && gate.unmet.every(({ field, item }) => !field && !item)) return null
  return (
    <Card title={t('gate.cardTitle', { stage: next.name })}>
      {ready ? (
        <p className={styles.ready}>
          <CheckCircleOutlined aria-hidden /> {t('gate.ready')}
        </p>
      ) : (
        <ul className={styles.unmet}>
          {gate.unmet.map((one) => (
            <li key={`${one.kind} ${one.label}`}>
              <ExclamationCircleOutlined aria-hidden /> {one.message}
            </li>
          ))}
        </ul>
      )}
      <Waivers id={detail.id} editable={detail.may.waiveGate === true} />
      <EditionNote detail={detail} />
      {detail.may.move !== false && (
        <Button size="small" type={ready ? 'primary' : 'default'} onClick={() => onMove(next.id)}>
          {t(next.isFinal ? 'verbs.win' : ready ? 'path.moveNext' : 'gate.fill', { stage: next.name })}
        </Button>
      )}
    </Card>
  )
}
