import { needTexts } from '../../shared/lateTexts'

export const texts = () => needTexts('account', { 'zh-CN': () => import('./late/zh'), en: () => import('./late/en') })
