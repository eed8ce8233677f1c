import { CloseOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMessageOf } from '../../../shared/useMessageOf'
import { opportunityChanged } from '../api'
import { waiversQuery, withdrawWaiver } from './controlApi'
import styles from './control.module.css'
import { useWhat } from './useWhat'

/** What gates asked for and this opportunity may do without, and by whose word. */
export function Waivers({ id, editable }: { id: string; editable: boolean }) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const { data } = useQuery(waiversQuery(id))
  const what = useWhat()
  const withdraw = async (waiverId: string) => {
    try {
      await withdrawWaiver(id, waiverId)
      await opportunityChanged(cache)
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }
  if (!data || data.length === 0) return null
  return (
    <ul className={styles.waivers} aria-label={t('control.waivers')}>
      {data.map((one) => (
        <li key={one.id}>
          <div>
            <div>{t('control.waiver', { stage: one.stage, what: what(one) })}</div>
            <div className={styles.quiet}>{t('control.waivedBy', { name: one.waivedByName, why: one.why })}</div>
            {one.withdrawnAt && <div className={styles.quiet}>{t('control.withdrawn')}</div>}
          </div>
          {editable && !one.withdrawnAt && (
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('control.withdraw', { what: what(one) })}
              onClick={() => void withdraw(one.id)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
