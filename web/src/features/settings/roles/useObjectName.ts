import { useTranslation } from 'react-i18next'

/** What an object of permissions, or a kind of record, is called; an unknown one shows its code. */
export function useObjectName() {
  const { t } = useTranslation('settings')
  return (object: string) => t(`objects.${object}`, { defaultValue: object })
}
