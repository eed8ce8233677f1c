import { needTexts } from '../../shared/lateTexts'

export const texts = () => needTexts('activity', { 'zh-CN': () => import('./late/zh'), en: () => import('./late/en') })
