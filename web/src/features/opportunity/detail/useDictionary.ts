import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from '../../../api/client'

interface Dictionary {
  code: string
  entries: { code: string; labelZh: string; labelEn: string; position: number; archived?: boolean }[]
}

/** The entries of a dictionary in the language of the page; those no longer used keep their name. */
export function useDictionary(code: string) {
  const { i18n } = useTranslation()
  const { data } = useQuery({ queryKey: ['dictionary', code], queryFn: () => get<Dictionary>(`/dictionaries/${code}`), staleTime: 10 * 60_000 })
  const named = (data?.entries ?? []).map((entry) => ({ ...entry, label: i18n.language === 'en' ? entry.labelEn : entry.labelZh }))
  return {
    options: named.filter(({ archived }) => !archived).map((entry) => ({ value: entry.code, label: entry.label })),
    labelOf: (entry: string) => named.find((one) => one.code === entry)?.label ?? entry,
  }
}
