import { createContext, useContext, type ComponentType, type ReactNode } from 'react'
import type { RouteObject } from 'react-router'
import type { Row } from '../api/types'
import { onDay, useAsOf } from './past/asOf'
import type { Language } from './preferences'
import { useMay } from './session'

/** An entry of the left navigation. */
export interface NavigationEntry {
  path: string
  /** Text key with its namespace: `opportunity:navigation`. */
  label: string
  icon: ReactNode
  permission?: string | string[]
  /** Second key after G. */
  goKey?: string
  /** Also in the bottom bar of phones. */
  phone?: boolean
  /** How much waits there, beside the label. */
  Count?: ComponentType
  /** Only in the command palette. */
  aside?: boolean
}

/** Properties of a dialog that creates a record in place. */
export interface CreateDialogProps {
  /** First values, such as the name typed into a lookup. */
  initial?: Record<string, unknown>
  onCreated: (record: { id: string; label: string }) => void
  onClose: () => void
}

/** Shows the fields named in an own way. */
export type Cells = Partial<Record<string, (row: Row) => ReactNode>>

/** Where records of one type live, and how they are made. */
export interface RecordPlace {
  /** Resource of the type: `opportunities` of /api/opportunities. */
  plural: string
  /** Page of one record; absent when it has none. */
  path?: (id: string) => string
  /** Page of what is decided of a record, by the kind of the approval, where it has one of its own. */
  decided?: Partial<Record<string, (id: string, subjectId: string) => string>>
  /** That page can show a record as of a past day. */
  past?: boolean
  /** What that page asks for: without it names are no links. Reading the type when absent. */
  permission?: string
  create?: {
    /** Text key with its namespace. */
    label: string
    permission?: string
    icon?: ReactNode
    Dialog: ComponentType<CreateDialogProps>
    /** Not in the + menu when false; lookups may still offer it. */
    quick?: boolean
  }
  /** Own way to show some fields, in every list of these records. */
  cells?: Cells
  /** What the way of showing a field reads beside that field. */
  reads?: Partial<Record<string, string[]>>
  /** Wider columns than their kinds have, in pixels: where such a way shows more, in its words. */
  widths?: Record<string, Record<Language, number>>
}

/** What a feature gives to the frame. */
export interface Feature {
  routes: RouteObject[]
  navigation?: NavigationEntry[]
  records?: Record<string, RecordPlace>
}

export const FeaturesContext = createContext<Feature[]>([])

export const useFeatures = () => useContext(FeaturesContext)

/**
 * Where records of a type live, if any feature shows them; without the page if the viewer may not open it. While looking
 * back, its page is the one of that day.
 */
export function useRecordPlace(type: string | null | undefined): RecordPlace | undefined {
  const features = useFeatures()
  const may = useMay()
  const asOf = useAsOf()
  const place = type ? features.find(({ records }) => records?.[type])?.records?.[type] : undefined
  const path = place?.path
  if (!path) return place
  if (!may(place.permission ?? `${type}:read`)) return { ...place, path: undefined }
  return asOf && place.past ? { ...place, path: (id) => onDay(path(id), asOf) } : place
}
