import type { Faults } from '../useFaults'
import type { Body, Part } from './api'

/** What the form of a kind is given. */
export interface EditorProps {
  body: Body
  parts: Part[]
  onChange: (body: Body) => void
  /** What the server refused; places in the body begin with `body.`. */
  faults: Faults
}
