import { needTexts } from '../../shared/lateTexts'

export const texts = () => needTexts('customer', { 'zh-CN': () => import('./late/zh'), en: () => import('./late/en') })
