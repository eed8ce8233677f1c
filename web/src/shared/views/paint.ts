/** Colours of the page that is drawn on. */
export interface Paint {
  text: string
  line: string
}

/** Those it has now. */
export function paintOfPage(): Paint {
  const style = getComputedStyle(document.documentElement)
  return { text: style.getPropertyValue('--text-2').trim(), line: style.getPropertyValue('--line').trim() }
}
