import { CheckOutlined } from '@ant-design/icons'
import type { MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Row } from '../../../api/types'
import { useMay } from '../../../shared/session'
import type { Verb } from '../moves/steps'
import type { useBoard } from './useBoard'

const verbsWhen: Record<string, Verb[]> = {
  OPEN: ['win', 'lose', 'defer', 'abandon', 'invalidate', 'transfer'],
  DEFERRED: ['resume', 'lose', 'abandon', 'invalidate'],
}
const rights: Partial<Record<Verb, string>> = { abandon: 'opportunity:abandon', transfer: 'opportunity:transfer', reopen: 'opportunity:reopen' }

/** Everything dragging can do, for those without a mouse, and the rest. */
export function useMoveMenu({ stagesFor, subjectFor, toStage, verb }: ReturnType<typeof useBoard>) {
  const { t } = useTranslation('opportunity')
  const may = useMay()
  return (card: Row): NonNullable<MenuProps['items']> => {
    const status = String(card.status ?? 'OPEN')
    const here = subjectFor(card).stageId
    const stages = status === 'OPEN' ? stagesFor(card).filter(({ isFinal }) => !isFinal) : []
    const verbs = (verbsWhen[status] ?? (['reopen'] as Verb[])).filter((one) => may(rights[one]))
    return [
      ...stages.map((stage) => ({
        key: stage.id,
        label: t('board.toStage', { stage: `${stage.code} ${stage.name}` }),
        disabled: stage.id === here,
        icon: stage.id === here ? <CheckOutlined aria-hidden /> : undefined,
        onClick: () => void toStage(card, stage.id),
      })),
      ...(stages.length > 0 ? [{ type: 'divider' as const }] : []),
      ...verbs.map((one) => ({
        key: one,
        label: t(`verbs.${one}`),
        danger: one === 'lose' || one === 'invalidate' || one === 'abandon',
        onClick: () => void verb(card, one),
      })),
    ]
  }
}
