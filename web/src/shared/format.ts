import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** The company's zone, Asia/Shanghai: always eight hours ahead of UTC, wherever the browser stands. */
const zoneMinutes = 8 * 60

/** An instant as the company's clocks show it. */
export const inZone = (instant: string | number | Date) => dayjs.utc(instant).utcOffset(zoneMinutes)

/** The instant at which the company's clocks show what a picker shows. */
export const fromZone = (shown: dayjs.Dayjs) => dayjs.utc(shown.format('YYYY-MM-DDTHH:mm:ss')).subtract(zoneMinutes, 'minute').toISOString()

/** Today on the company's calendar. */
export const today = () => inZone(Date.now()).format('YYYY-MM-DD')

const grouped = (value: number, decimals: number, minimum = 0) =>
  value.toLocaleString('en-US', { maximumFractionDigits: decimals, minimumFractionDigits: minimum })

export const formatNumber = (value: number, decimals = 4) => grouped(value, decimals)

/** Yuan with thousands separators; cents only when there are any, or always in columns. */
export const formatYuan = (yuan: number, aligned = false) => grouped(yuan, 2, aligned || !Number.isInteger(yuan) ? 2 : 0)

/** Ten-thousands of yuan (万元); in columns always with two decimals, so that the points stand below each other. */
export const formatWan = (yuan: number, aligned = false) => grouped(yuan / 10_000, 2, aligned ? 2 : 0)

/** A sum of money in the fewest words: 1.23 亿, 3,456 万, 900 元; in English 123M, 34.6M, 900. */
export function formatMoneyShort(yuan: number, language: string) {
  const size = Math.abs(yuan)
  if (language.startsWith('zh')) {
    if (size >= 100_000_000) return `${grouped(yuan / 100_000_000, 2)} 亿`
    if (size >= 10_000) return `${grouped(yuan / 10_000, size >= 1_000_000 ? 0 : 1)} 万`
    return `${grouped(yuan, 0)} 元`
  }
  if (size >= 1_000_000) return `¥${grouped(yuan / 1_000_000, size >= 100_000_000 ? 0 : 1)}M`
  if (size >= 10_000) return `¥${grouped(yuan / 1_000, 0)}K`
  return `¥${grouped(yuan, 0)}`
}

export const formatPercent = (value: number) => `${grouped(value, 2)}%`

/** Calendar day as it is stored, or the company's day of an instant: 2026-11-24. */
export const formatDay = (day: string) => (day.length > 10 ? inZone(day).format('YYYY-MM-DD') : day)

export const formatInstant = (instant: string) => inZone(instant).format('YYYY-MM-DD HH:mm')

/** A calendar day as one says it: 2026年11月23日星期一. */
export const dayInWords = (day: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** The same without its weekday: 2026年11月23日. */
export const dateInWords = (day: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** The last moment of a company's day, as what comes before the next one. */
export const endOf = (day: string) => fromZone(dayjs(day).add(1, 'day'))

/** Bytes in the unit people read. */
export function formatBytes(bytes: number) {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${grouped(bytes / 1024, 0)} KB`
  return `${grouped(bytes / 1024 / 1024, 1)} MB`
}

/** Month and day, with the year only when it is another one. */
export const formatShortDay = (day: string) => (day.slice(0, 4) === today().slice(0, 4) ? day.slice(5, 10) : day.slice(0, 10))

/** Whole days from one calendar day to another; negative when it lies before. */
export const daysBetween = (from: string, to: string) => dayjs(to).startOf('day').diff(dayjs(from).startOf('day'), 'day')
