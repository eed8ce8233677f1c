import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMessageOf } from '../../../shared/useMessageOf'
import { opportunityChanged, type OpportunityDetail } from '../api'
import { toNewestEdition } from './controlApi'
import styles from './control.module.css'

/** By which edition of its process it goes, where there is a newer one; whoever commands it may take that. */
export function EditionNote({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const { edition } = detail
  if (!edition || edition.newest === 1) return null
  const old = edition.number < edition.newest
  const take = async () => {
    try {
      await toNewestEdition(detail.id, detail.version)
      await opportunityChanged(cache)
      void message.success(t('control.toNewestDone'))
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }
  return (
    <div className={styles.edition}>
      <span>{t(old ? 'control.editionOld' : 'control.edition', { ...edition })}</span>
      {old && detail.may.changeProcess && (
        <Popconfirm title={t('control.toNewestAsk', { newest: edition.newest })} onConfirm={() => void take()}>
          <Button size="small">{t('control.toNewest')}</Button>
        </Popconfirm>
      )}
    </div>
  )
}
