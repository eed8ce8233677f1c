import { AimOutlined, EditOutlined, FlagOutlined, PlusOutlined, ScheduleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../format'
import { usePhone } from '../preferences'
import { QuestionDialog } from '../records/QuestionDialog'
import { TextQuestion } from '../records/questions'
import { Badge } from '../ui/Badge'
import { ListItem, PlainList } from '../ui/PlainList'
import { Gantt } from './Gantt'
import styles from './gantt.module.css'
import { ItemDialog } from './ItemDialog'
import type { ScheduleItem } from './scale'
import { Slip } from './Slip'
import { useScheduleVerbs } from './useScheduleVerbs'

interface Props {
  /** The address of what has the items: `/opportunities/5/plan`. */
  base: string
  /** The version of it. */
  version: number
  items: ScheduleItem[]
  baselineAt?: string | null
  slipDays?: number | null
  editable: boolean
  /** The day that counts as today, where one looks back. */
  today?: string
  onChanged: () => Promise<void>
  more?: ReactNode
}

/** Steps and milestones: bars over days, on a phone a list. */
export function Schedule({ base, version, items, baselineAt, slipDays, editable, today, onChanged, more }: Props) {
  const { t } = useTranslation('gantt')
  const phone = usePhone()
  const verbs = useScheduleVerbs(base, onChanged)
  const [opened, setOpened] = useState<ScheduleItem | 'new' | null>(null)
  const [measuring, setMeasuring] = useState(false)
  const open = (item: ScheduleItem) => editable && setOpened(item)
  return (
    <>
      <div className={styles.tools}>
        {editable && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpened('new')}>
            {t('item.add')}
          </Button>
        )}
        {editable && items.length > 0 && (
          <Button icon={<AimOutlined aria-hidden />} onClick={() => setMeasuring(true)}>
            {t('baseline.set')}
          </Button>
        )}
        {more}
        <Slip days={slipDays} />
        {baselineAt && <span className={styles.since}>{t('baseline.since', { day: formatDay(baselineAt) })}</span>}
      </div>
      {items.length === 0 ? (
        <p className={styles.none}>{t('none')}</p>
      ) : phone ? (
        <ItemList items={items} onOpen={editable ? open : undefined} />
      ) : (
        <Gantt items={items} today={today} editable={editable} onMove={verbs.move} onOpen={open} />
      )}
      {opened && (
        <ItemDialog
          item={opened === 'new' ? null : opened}
          items={items}
          onSave={(draft) => verbs.save(opened === 'new' ? null : opened, draft)}
          onRemove={() => (opened === 'new' ? Promise.resolve() : verbs.remove(opened))}
          onClose={() => setOpened(null)}
        />
      )}
      {measuring && (
        <QuestionDialog<{ reason?: string }>
          title={t('baseline.set')}
          note={t('baseline.note')}
          submitLabel={t('baseline.set')}
          onClose={() => setMeasuring(false)}
          onSubmit={async ({ reason }) => {
            await verbs.setBaseline(version, reason)
            setMeasuring(false)
          }}
        >
          {baselineAt && <TextQuestion name="reason" label={t('baseline.reason')} required rows={2} />}
        </QuestionDialog>
      )}
    </>
  )
}

function ItemList({ items, onOpen }: { items: ScheduleItem[]; onOpen?: (item: ScheduleItem) => void }) {
  const { t } = useTranslation('gantt')
  return (
    <PlainList>
      {items.map((item) => (
        <ListItem
          key={item.id}
          icon={item.kind === 'MILESTONE' ? <FlagOutlined /> : <ScheduleOutlined />}
          title={item.title}
          beside={
            <>
              {item.doneOn && <Badge tone="green">{t('done')}</Badge>} <Slip days={item.slipDays} quiet />
            </>
          }
          detail={[item.kind === 'MILESTONE' ? item.startsOn : t('fromTo', { from: item.startsOn, to: item.endsOn }), item.assigneeName].filter(Boolean).join(' · ')}
          action={onOpen && <Button type="text" icon={<EditOutlined aria-hidden />} aria-label={t('item.editOf', { title: item.title })} onClick={() => onOpen(item)} />}
        />
      ))}
    </PlainList>
  )
}
