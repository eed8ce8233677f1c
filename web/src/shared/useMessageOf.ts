import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../api/client'

/** A sentence for any failure: the server's own words where it gave some. */
export function useMessageOf() {
  const { t } = useTranslation('shared')
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof ProblemError)) return t('error.page')
      if (error.offline) return t('error.offline')
      if (error.code === 'stale-version') return t('error.stale')
      if (error.code === 'unknown' && error.status >= 500) return t('error.server')
      return error.fields.length > 0 ? error.fields.map((fault) => fault.message).join('; ') : error.message
    },
    [t],
  )
}
