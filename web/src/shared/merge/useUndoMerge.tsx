import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../api/client'
import { useMessageOf } from '../useMessageOf'
import { merged, undoMerge } from './api'

/** All reasons that the server gives, or its one sentence. */
export const useReasonsOf = () => {
  const messageOf = useMessageOf()
  return (failure: unknown) => {
    const obstacles = failure instanceof ProblemError ? (failure.problem.obstacles as { message: string }[] | undefined) : undefined
    return obstacles?.map(({ message }) => message).join('；') ?? messageOf(failure)
  }
}

/** Undoes a merge and tells whether that went; and says of a new one that it was done, with the way back. */
export function useUndoMerge() {
  const { t } = useTranslation('merge')
  const { message } = App.useApp()
  const cache = useQueryClient()
  const reasonsOf = useReasonsOf()
  const undo = async (id: string) => {
    try {
      const { left } = await undoMerge(id)
      if (left.length === 0) void message.success(t('undone'))
      else void message.warning(t('undoneBut', { what: left.map(({ message: why }) => why).join('；') }), 8)
    } catch (failure) {
      void message.error(t('notUndone', { why: reasonsOf(failure) }))
    }
    await merged(cache)
  }
  const tell = (id: string, name: string) => {
    const key = `merge ${id}`
    void message.open({
      key,
      type: 'success',
      duration: 8,
      content: (
        <>
          {t('done', { name })}
          <Button
            type="link"
            size="small"
            onClick={() => {
              message.destroy(key)
              void undo(id)
            }}
          >
            {t('shared:undo')}
          </Button>
        </>
      ),
    })
  }
  return { undo, tell }
}
