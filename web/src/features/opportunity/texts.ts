import { needTexts } from '../../shared/lateTexts'
import { texts as followUps } from '../activity/texts'

/** Of its pages, timeline included. */
export const texts = () =>
  Promise.all([needTexts('opportunity', { 'zh-CN': () => import('./late/zh'), en: () => import('./late/en') }), followUps()])
