import { needTexts } from '../../shared/lateTexts'

export const texts = () => needTexts('settings', { 'zh-CN': () => import('./late/zh'), en: () => import('./late/en') })
