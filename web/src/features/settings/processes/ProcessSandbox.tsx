import { useTranslation } from 'react-i18next'
import { post } from '../../../api/client'
import { useMay } from '../../../shared/session'
import { TrialPanel } from '../rules/TrialPanel'
import { placeOf, toBody, type Process } from './api'

interface Props {
  /** As it stands on the page, saved or not. */
  draft: Process
  onRefused: (failure: unknown) => void
}

/** Tries the gates on the page against the moves of the past, before they are saved. */
export function ProcessSandbox({ draft, onRefused }: Props) {
  const { t } = useTranslation('settings')
  const may = useMay()
  if (!may('opportunity:read')) return null
  const path = `/processes/${draft.id}`
  return (
    <TrialPanel
      place={{ path }}
      hint={t('processes.sandboxHint')}
      begin={({ from, to }) => post<{ id: string }>(`${path}/trials?from=${from}&to=${to}`, toBody(draft))}
      onRefused={onRefused}
      tell={({ field, message }) => {
        const stage = placeOf(field)
        if (stage >= 0) return t('processes.stageFault', { place: stage + 1, message })
        return field === 'from' || field === 'to' ? message : t('processes.fault', { message })
      }}
    />
  )
}
