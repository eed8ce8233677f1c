import type zh from './zh'

export default {
  title: 'Products',
  create: 'New product',
  none: 'No products yet',
  noneReason: 'The lines of an opportunity are chosen from here.',
} satisfies typeof zh
