import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'

/** The very object of before as long as it says the same: what was drawn from it need not be drawn again. */
export function useKept<Value>(value: Value): Value {
  const text = JSON.stringify(value)
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => value, [text])
}

/** One function for good that does what the newest one does; for what is pressed, not for what is drawn. */
export function useSteady<Words extends unknown[], Answer>(act: (...words: Words) => Answer) {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...words: Words) => latest.current(...words), [])
}
