import { App } from 'antd'
import { useState } from 'react'
import { useMessageOf } from '../../shared/useMessageOf'

/** Runs what a button does: busy while it runs, a message with the server's words when it is refused. */
export function useAction() {
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const [busy, setBusy] = useState(false)
  const run = async (act: () => Promise<unknown>, done?: string) => {
    setBusy(true)
    try {
      await act()
      if (done) void message.success(done)
      return true
    } catch (failure) {
      void message.error(messageOf(failure))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, run }
}
