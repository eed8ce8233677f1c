import assess from '../assess/en'
import grade from '../grade/en'
import plan from '../plan/en'
import rival from '../rival/en'
import type zh from './zh'

export default { assess, grade, plan, rival } satisfies typeof zh
