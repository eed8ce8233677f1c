import { Tag, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { AddOutcome } from './AddOutcome'

interface Props {
  logged: { id: string; subject: string; by: string; outcome?: string | null }
  past: boolean
}

/** Beside something logged that does not count as a follow-up, and how it comes to. */
export function Unreal({ logged: { id, subject, by, outcome }, past }: Props) {
  const { t } = useTranslation('activity')
  return (
    <>
      <Tooltip title={t('unreal.why')}>
        <Tag tabIndex={0}>{t('unreal.tag')}</Tag>
      </Tooltip>
      {!outcome && !past && <AddOutcome id={id} subject={subject} by={by} />}
    </>
  )
}
