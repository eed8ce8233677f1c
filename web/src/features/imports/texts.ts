import { needTexts } from '../../shared/lateTexts'

export const texts = () => needTexts('imports', { 'zh-CN': () => import('./late/zh'), en: () => import('./late/en') })
