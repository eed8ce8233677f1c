import { useTranslation } from 'react-i18next'

/** What stands between the cells of many files. */
export const separators = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', '~': 'tilde', '^': 'caret', ':': 'colon' } as const

/** What a separating character is called; a rare one shows itself. */
export function useSeparatorName() {
  const { t } = useTranslation('imports')
  return (character: string) => {
    const known = separators[character as keyof typeof separators]
    return known ? t(`separator.${known}`) : t('separator.another', { character })
  }
}
