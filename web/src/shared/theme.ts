import { theme, type ThemeConfig } from 'antd'

/** The only file that names colours: tokens of the component library and the variables our own CSS uses. */

export type Mode = 'light' | 'dark'
export type Density = 'comfortable' | 'compact'
export type Tone = 'grey' | 'teal' | 'blue' | 'green' | 'amber' | 'red' | 'purple'

export const tones: Tone[] = ['teal', 'blue', 'green', 'amber', 'red', 'purple', 'grey']

const fontFamily = [
  '-apple-system',
  'BlinkMacSystemFont',
  "'Segoe UI'",
  "'PingFang SC'",
  "'Hiragino Sans GB'",
  "'Microsoft YaHei'",
  "'Noto Sans CJK SC'",
  "'Noto Sans SC'",
  'Roboto',
  "'Helvetica Neue'",
  'sans-serif',
].join(', ')

const palettes = {
  light: {
    primary: '#0f5f73',
    primaryHover: '#17788f',
    primaryActive: '#0a4957',
    primarySoft: '#e6f1f3',
    primarySofter: '#f1f7f8',
    primaryBorder: '#a9cdd5',
    link: '#0f6177',
    ground: '#f5f7f8',
    surface: '#ffffff',
    raised: '#ffffff',
    sunken: '#f0f3f4',
    hover: '#f3f6f7',
    text: '#1a2529',
    text2: '#4d5b61',
    text3: '#5d6a70',
    border: '#d5dce0',
    line: '#e7ebed',
    success: '#1f7a46',
    warning: '#96600a',
    danger: '#bd2c2c',
    info: '#1f62a8',
    onPrimary: '#ffffff',
    brand: '#0b4654',
    brandText: '#e9f4f6',
    brandSoft: '#a8cdd5',
    accent: '#f2b544',
    shadow: '0 1px 2px rgb(16 42 51 / 6%), 0 8px 24px rgb(16 42 51 / 10%)',
  },
  dark: {
    primary: '#1b7b91',
    primaryHover: '#23899f',
    primaryActive: '#15687c',
    primarySoft: '#143740',
    primarySofter: '#12292f',
    primaryBorder: '#2a5d69',
    link: '#6cc5d8',
    ground: '#0e1416',
    surface: '#141c1f',
    raised: '#1b2529',
    sunken: '#10181a',
    hover: '#1b262a',
    text: '#e4ebed',
    text2: '#adbabf',
    text3: '#8d9ba1',
    border: '#33424a',
    line: '#232f34',
    success: '#63c48d',
    warning: '#e3ac4b',
    danger: '#f08380',
    info: '#7db4ec',
    onPrimary: '#ffffff',
    brand: '#0a2a33',
    brandText: '#dcecf0',
    brandSoft: '#86b4be',
    accent: '#f2b544',
    shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 50%)',
  },
} as const

/** Text, ground and mark of each tone; text on ground keeps 4.5 : 1 in both modes. */
const toneColours: Record<Mode, Record<Tone, [text: string, ground: string, mark: string]>> = {
  light: {
    grey: ['#4d5b61', '#edf0f2', '#87959b'],
    teal: ['#0d566a', '#e0eff2', '#1c8098'],
    blue: ['#1d5594', '#e5effa', '#3c7fc6'],
    green: ['#1a663b', '#e3f3e9', '#2f9a5d'],
    amber: ['#7f4f04', '#fbf0da', '#d8921c'],
    red: ['#a32424', '#fce9e8', '#d64545'],
    purple: ['#5d3f96', '#efe9f9', '#8361c4'],
  },
  dark: {
    grey: ['#b9c5ca', '#253136', '#7f8f96'],
    teal: ['#85d0e0', '#12343d', '#2b9ab3'],
    blue: ['#9cc6f2', '#1a3047', '#4d8fd6'],
    green: ['#86d3a6', '#163526', '#3aa76b'],
    amber: ['#ecc27a', '#3a2d12', '#d8921c'],
    red: ['#f6a5a2', '#43211f', '#d95c58'],
    purple: ['#c5b0ee', '#2d2444', '#8f70cf'],
  },
}

/**
 * Tokens for the component library. Without motion it must not wait for any to end: a menu whose animation is over before
 * it is watched would stay closed to every click.
 */
export function themeOf(mode: Mode, density: Density, motion = true): ThemeConfig {
  const p = palettes[mode]
  const { green, amber, red, blue } = toneColours[mode]
  const base = mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm
  return {
    cssVar: { key: 'qiji' },
    hashed: false,
    algorithm: density === 'compact' ? [base, theme.compactAlgorithm] : base,
    token: {
      fontFamily,
      motion,
      fontSize: density === 'compact' ? 13 : 14,
      borderRadius: 6,
      controlHeight: density === 'compact' ? 28 : 32,
      wireframe: false,
      motionDurationSlow: '0.18s',
      motionDurationMid: '0.14s',
      motionDurationFast: '0.08s',
      colorPrimary: p.primary,
      colorPrimaryHover: p.primaryHover,
      colorPrimaryActive: p.primaryActive,
      colorPrimaryBg: p.primarySoft,
      colorPrimaryBgHover: p.primarySoft,
      colorPrimaryBorder: p.primaryBorder,
      colorPrimaryText: p.link,
      colorLink: p.link,
      colorLinkHover: mode === 'light' ? p.primaryHover : p.brandText,
      colorSuccess: p.success,
      colorWarning: p.warning,
      colorError: p.danger,
      colorErrorText: p.danger,
      colorInfo: p.info,
      colorSuccessBg: green[1],
      colorSuccessBorder: green[1],
      colorWarningBg: amber[1],
      colorWarningBorder: amber[1],
      colorErrorBg: red[1],
      colorErrorBorder: red[1],
      colorInfoBg: blue[1],
      colorInfoBorder: blue[1],
      colorText: p.text,
      colorTextSecondary: p.text2,
      colorTextTertiary: p.text3,
      colorTextDescription: p.text3,
      colorTextPlaceholder: p.text3,
      colorBgLayout: p.ground,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorBorder: p.border,
      colorBorderSecondary: p.line,
      colorSplit: p.line,
      boxShadowSecondary: p.shadow,
    },
    components: {
      // Under the pointer words turn to the colour of links: the primary one is made to lie under words, and too dark for them in the dark.
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        defaultHoverColor: p.link,
        defaultActiveColor: p.link,
      },
      Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
      Select: { optionSelectedBg: p.primarySoft },
      Modal: { titleFontSize: 16 },
      Tabs: { itemSelectedColor: p.link, itemHoverColor: p.link, inkBarColor: p.link },
    },
  }
}

/** The same decisions as variables for our own style sheets. */
export function variablesOf(mode: Mode, density: Density): Record<string, string> {
  const p = palettes[mode]
  const variables: Record<string, string> = {
    '--font': fontFamily,
    '--font-size': density === 'compact' ? '13px' : '14px',
    '--row-height': density === 'compact' ? '34px' : '42px',
  }
  for (const [name, value] of Object.entries(p)) {
    variables[`--${name.replace(/[A-Z0-9]+/g, (part) => `-${part.toLowerCase()}`)}`] = value
  }
  for (const tone of tones) {
    const [text, ground, mark] = toneColours[mode][tone]
    Object.assign(variables, { [`--${tone}-text`]: text, [`--${tone}-ground`]: ground, [`--${tone}-mark`]: mark })
  }
  return variables
}

/** The colour of a mark of a tone, for drawings: they know no variables. */
export const markOf = (mode: Mode, tone: Tone) => toneColours[mode][tone][2]

/** Colours of charts, in the order they are given out. */
export const chartPalette = (mode: Mode) => tones.map((tone) => markOf(mode, tone))
