import { useTranslation } from 'react-i18next'
import type { Tone } from '../../shared/theme'
import { Badge } from '../../shared/ui/Badge'

const tones: Record<string, Tone> = { SET_UP: 'blue', RUNNING: 'teal', COMPLETED: 'green', CLOSED: 'grey' }

/** Where a project stands; nothing where it is not for the viewer. */
export function ProjectState({ state }: { state: unknown }) {
  const { t } = useTranslation('project')
  if (!state) return null
  const code = String(state)
  return (
    <Badge tone={tones[code] ?? 'grey'} dot>
      {t(`state.${code}`)}
    </Badge>
  )
}
