import type zh from './zh'

/** What is named elsewhere too; the rest comes with the pages, from `late`. */
export default { navigation: 'Import' } satisfies typeof zh
