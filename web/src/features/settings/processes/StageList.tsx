import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { spoken } from '../../../shared/spoken'
import { Badge } from '../../../shared/ui/Badge'
import { freeCode, newStage, type Stage } from './api'
import styles from './processes.module.css'

interface Props {
  stages: Stage[]
  keys: number[]
  at: number
  /** Places of the stages that the server found fault with. */
  faulty: Set<number>
  onChoose: (place: number) => void
  onArrange: (stages: Stage[], keys: number[], at: number) => void
}

/** The stages in their order: choose one to edit, move it, add one, take one out. */
export function StageList({ stages, keys, at, faulty, onChoose, onArrange }: Props) {
  const { t } = useTranslation('settings')
  const name = stages[at]?.name || stages[at]?.code || ''
  const last = stages.findLastIndex((stage) => !stage.archived)

  const move = (by: number) => {
    const place = at + by
    const swap = <T,>(all: T[]) => {
      const next = [...all]
      ;[next[at], next[place]] = [next[place]!, next[at]!]
      return next
    }
    onArrange(swap(stages), swap(keys), place)
  }
  const add = () => {
    const place = Math.max(0, last)
    const before = stages[place - 1]
    const stage = { ...newStage(freeCode(stages)), winRate: before?.winRate ?? 0 }
    onArrange(stages.toSpliced(place, 0, stage), keys.toSpliced(place, 0, Math.max(-1, ...keys) + 1), place)
  }
  const remove = () => onArrange(stages.toSpliced(at, 1), keys.toSpliced(at, 1), Math.max(0, at - 1))

  return (
    <nav className={styles.stages} aria-label={t('processes.stages')}>
      <ol>
        {stages.map((stage, place) => (
          <li key={keys[place]}>
            <button type="button" aria-current={place === at ? 'true' : undefined} onClick={() => onChoose(place)}>
              <span className={styles.number}>{place + 1}</span>
              <span className={styles.stageName} data-archived={stage.archived}>
                {spoken(stage).name || t('processes.unnamed')}
              </span>
              {faulty.has(place) && <WarningOutlined className={styles.warning} aria-label={t('processes.faulty')} />}
              {place === last && <Badge tone="green">{t('processes.final')}</Badge>}
              {stage.archived && <Badge>{t('processes.isArchived')}</Badge>}
              <span className={styles.rate}>{stage.winRate ?? 0}%</span>
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.tools}>
        <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t('processes.addStage')}
        </Button>
        <Button icon={<ArrowUpOutlined aria-hidden />} disabled={at === 0} aria-label={t('processes.up', { name })} onClick={() => move(-1)} />
        <Button icon={<ArrowDownOutlined aria-hidden />} disabled={at === stages.length - 1} aria-label={t('processes.down', { name })} onClick={() => move(1)} />
        <Button icon={<DeleteOutlined aria-hidden />} danger disabled={stages.length <= 2} aria-label={t('processes.removeStage', { name })} onClick={remove} />
      </div>
    </nav>
  )
}
