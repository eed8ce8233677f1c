import { CheckOutlined, DownOutlined, FieldTimeOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reference, Row } from '../../../api/types'
import { processesQuery, stagesOf, subjectOf } from '../api'
import type { Wish } from '../moves/Mover'
import styles from './control.module.css'

interface Props {
  row: Row
  /** Nothing where rows cannot be moved. */
  move?: (wish: Wish) => void
}

/** The stage of a row in a list, how long it overstays there, and the way into another one: what its gate misses is asked right there. */
export function StageCell({ row, move }: Props) {
  const { t } = useTranslation('opportunity')
  const [open, setOpen] = useState(false)
  const stage = row.stage as Reference | null | undefined
  if (!stage) return null
  if (row.status !== undefined && row.status !== 'OPEN') return stage.label
  const overstay = Number(row.overstayDays ?? 0)
  const late = t('board.overstay', { count: overstay })
  return (
    <span className={styles.stageCell}>
      <span className={styles.stageName} title={stage.label}>
        {stage.label}
      </span>
      {overstay > 0 && (
        <span className={styles.late} role="img" aria-label={late} title={late}>
          <FieldTimeOutlined aria-hidden />
          {overstay}
        </span>
      )}
      {move && (
        <Dropdown trigger={['click']} open={open} onOpenChange={setOpen} popupRender={() => (open ? <Targets row={row} stageId={stage.id} onMove={move} onDone={() => setOpen(false)} /> : null)}>
          <Button
            type="text"
            size="small"
            icon={<DownOutlined aria-hidden />}
            aria-haspopup="menu"
            aria-label={t('control.moveTo', { name: String(row.name ?? '') })}
            onClick={(event) => event.stopPropagation()}
          />
        </Dropdown>
      )}
    </span>
  )
}

function Targets({ row, stageId, onMove, onDone }: { row: Row; stageId: string; onMove: NonNullable<Props['move']>; onDone: () => void }) {
  const { data } = useQuery(processesQuery())
  const stages = stagesOf(data?.find((process) => process.stages.some(({ id }) => id === stageId)))
  return (
    <div className={styles.targets} role="menu">
      {stages.map((stage) => (
        <Button
          key={stage.id}
          type="text"
          role="menuitem"
          disabled={stage.id === stageId}
          icon={stage.id === stageId ? <CheckOutlined aria-hidden /> : undefined}
          onClick={(event) => {
            event.stopPropagation()
            onDone()
            onMove({ subject: subjectOf(row), target: stage, stages })
          }}
        >
          {stage.code} {stage.name}
        </Button>
      ))}
    </div>
  )
}
