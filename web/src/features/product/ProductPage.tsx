import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ArchivablePage } from '../../shared/records/ArchivablePage'
import { RecordFacts } from '../../shared/records/RecordFacts'
import { recordQuery } from '../../shared/records/recordsApi'
import { WhoSees } from '../../shared/sees/WhoSees'

/** One product. */
export function ProductPage() {
  const { t } = useTranslation('product')
  const id = useParams().id!
  const query = useQuery(recordQuery('products', id))
  return (
    <ArchivablePage query={query} plural="products" type="product" list={{ path: '/products', label: t('title') }}>
      {(product, editable) => (
        <>
          <RecordFacts type="product" record={product} editable={editable} />
          <WhoSees recordType="product" recordId={id} />
        </>
      )}
    </ArchivablePage>
  )
}
