import { createContext, useContext, type ComponentType, type ReactNode } from 'react'
import type { RouteObject } from 'react-router'

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
}

/** Properties of a dialog that creates a record in place. */
export interface CreateDialogProps {
  /** First values, such as the name typed into a lookup. */
  initial?: Record<string, unknown>
  onCreated: (record: { id: string; label: string }) => void
  onClose: () => void
}

/** Where records of one type live, and how they are made. */
export interface RecordPlace {
  /** Resource of the type: `opportunities` of /api/opportunities. */
  plural: string
  /** Page of one record; absent when it has none. */
  path?: (id: string) => string
  create?: {
    /** Text key with its namespace. */
    label: string
    permission?: string
    icon?: ReactNode
    Dialog: ComponentType<CreateDialogProps>
    /** Not in the + menu when false; lookups may still offer it. */
    quick?: boolean
  }
}

/** What a feature gives to the frame. */
export interface Feature {
  routes: RouteObject[]
  navigation?: NavigationEntry[]
  records?: Record<string, RecordPlace>
}

export const FeaturesContext = createContext<Feature[]>([])

export const useFeatures = () => useContext(FeaturesContext)

/** Where records of a type live, if any feature shows them. */
export function useRecordPlace(type: string | null | undefined): RecordPlace | undefined {
  const features = useFeatures()
  if (!type) return undefined
  for (const feature of features) if (feature.records?.[type]) return feature.records[type]
  return undefined
}
