import { useEffect, useRef } from 'react'
import type { Stage, Subject } from '../api'
import { useMoves } from './useMoves'

/** What a list asks to be moved, and whereto. */
export interface Wish {
  subject: Subject
  target: Stage
  stages: Stage[]
}

/** Moves one opportunity and asks what that needs: for pages that carry none of it until somebody moves. */
export function Mover({ wish, onDone }: { wish: Wish; onDone: () => void }) {
  const { move, dialog } = useMoves()
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void move(wish.subject, wish.target, wish.stages).finally(onDone)
  })
  return dialog
}
