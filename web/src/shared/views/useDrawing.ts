import { useEffect, useRef } from 'react'
import { useMode } from '../preferences'
import { draw, type Drawn } from './drawing'
import { paintOfPage } from './paint'

/** Draws into the element that `place` names, again when it says something else or the page changes its colours. */
export function useDrawing(drawn: Drawn, title: string, onPick: (index: number) => void) {
  const mode = useMode()
  const place = useRef<HTMLDivElement>(null)
  const drawing = useRef<ReturnType<typeof draw> | null>(null)
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  })
  useEffect(() => {
    if (!place.current) return
    drawing.current ??= draw(place.current, (index) => pick.current(index))
    drawing.current.show(drawn, paintOfPage())
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is drawn is compared by what it says
  }, [JSON.stringify(drawn), mode])
  useEffect(
    () => () => {
      drawing.current?.away()
      drawing.current = null
    },
    [],
  )
  const save = () => {
    const link = document.createElement('a')
    link.href = drawing.current?.image() ?? ''
    link.download = `${title}.svg`
    link.click()
  }
  return { place, save }
}
