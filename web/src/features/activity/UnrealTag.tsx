import { Tag, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

/** Beside something logged that does not count as a follow-up. */
export function UnrealTag() {
  const { t } = useTranslation('activity')
  return (
    <Tooltip title={t('unreal.why')}>
      <Tag tabIndex={0}>{t('unreal.tag')}</Tag>
    </Tooltip>
  )
}
