import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { pagesQuery } from './recordsApi'
import type { RecordListData } from './useRecordList'

/** Asks for the next page where scrolling has not. It says in a word that one is coming: a turning sign costs frames. */
export function LoadMore({ type, list }: { type: string; list: RecordListData }) {
  const { t } = useTranslation('shared')
  const { isFetchingNextPage, isFetchNextPageError } = useInfiniteQuery({ ...pagesQuery(type, list.question), enabled: false })
  return (
    <Button type="link" size="small" disabled={isFetchingNextPage} onClick={list.loadMore}>
      {t(isFetchingNextPage ? 'loading' : isFetchNextPageError ? 'table.moreAgain' : 'table.more')}
    </Button>
  )
}
