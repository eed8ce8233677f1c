import { useEffect, useRef } from 'react'

const typing = ['input:not([type="radio"], [type="checkbox"], [type="file"])', 'textarea', '[contenteditable="true"]'].map((each) => `${each}:not(:disabled)`).join()

/** Gives a form of a dialog the focus where one begins to type, as soon as it is there. */
export function useFirstFocus<E extends HTMLElement>(ready = true) {
  const form = useRef<E>(null)
  useEffect(() => {
    if (ready) form.current?.querySelector<HTMLElement>(typing)?.focus()
  }, [ready])
  return form
}
