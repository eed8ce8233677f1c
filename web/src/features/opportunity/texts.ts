import { needTexts } from '../../shared/lateTexts'

export const texts = () => needTexts('opportunity', { 'zh-CN': () => import('./late/zh'), en: () => import('./late/en') })
