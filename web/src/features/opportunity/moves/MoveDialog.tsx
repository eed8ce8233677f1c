import { useTranslation } from 'react-i18next'
import { act } from '../api'
import { ChangeProcessDialog } from '../control/ChangeProcessDialog'
import { GateDialog } from './GateDialog'
import { InvalidationDialog, LossDialog } from './LossDialog'
import { AbandonDialog, BackDialog, DeferralDialog, ReopenDialog, TransferDialog } from './PlainDialogs'
import type { Open, Step } from './steps'
import { WinDialog } from './WinDialog'

interface Props {
  open: Open
  onStep: (step: Step) => void
  onDone: () => void
  onClose: () => void
}

/** Asks what a move needs. Loaded once somebody moves: a list that nobody moves in needs none of its forms. */
export function MoveDialog({ open: { subject, step }, onStep, onDone, onClose }: Props) {
  const { t } = useTranslation('opportunity')
  const common = { subject, onDone, onClose }
  switch (step.kind) {
    case 'back':
      return <BackDialog {...common} stage={step.stage} />
    case 'gate':
      return <GateDialog {...common} title={step.title} unmet={step.unmet} again={step.again} />
    case 'win':
      return (
        <WinDialog
          {...common}
          initial={step.initial}
          onBlocked={(unmet, winning) =>
            onStep({ kind: 'gate', title: t('gate.winTitle', { name: subject.name }), unmet, again: () => act(subject, 'win', winning) })
          }
        />
      )
    case 'transfer':
      return <TransferDialog {...common} to={step.to} />
    case 'lose':
      return <LossDialog {...common} />
    case 'defer':
      return <DeferralDialog {...common} />
    case 'abandon':
      return <AbandonDialog {...common} />
    case 'invalidate':
      return <InvalidationDialog {...common} />
    case 'changeProcess':
      return <ChangeProcessDialog {...common} />
    case 'reopen':
      return <ReopenDialog {...common} />
  }
}
