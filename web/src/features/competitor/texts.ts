import { needTexts } from '../../shared/lateTexts'

export const texts = () => needTexts('competitor', { 'zh-CN': () => import('./late/zh'), en: () => import('./late/en') })
