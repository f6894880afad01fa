import {
  createTheme,
  localStorageColorSchemeManager,
  type CSSVariablesResolver,
} from '@mantine/core'

/** Remembers light, dark or "as the system"; read before the first paint by public/first-paint.js. */
export const appearanceManager = localStorageColorSchemeManager({ key: 'pointeuse.appearance' })

/** One accent colour on grey; every filled surface carries white text at 4.5:1 or better (WCAG AA). */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 7,
  colors: {
    petrol: [
      '#f0fdfa',
      '#ccfbf1',
      '#99f6e4',
      '#5eead4',
      '#2dd4bf',
      '#14b8a6',
      '#0d9488',
      '#0f766e',
      '#115e59',
      '#134e4a',
    ],
  },
  // Fonts of the system only: nothing is fetched, and every system has good Arabic.
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', sans-serif",
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
})

/** Mantine's dimmed greys are below 4.5:1 on our backgrounds; these are above. */
export const readableGreys: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#55606b',
    '--mantine-color-placeholder': '#6b7681',
    '--mantine-color-body': '#f6f8f8',
    '--mantine-color-error': '#c1121f',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b4bd',
    '--mantine-color-placeholder': '#95a0aa',
    '--mantine-color-body': '#12181a',
    '--mantine-color-text': '#e6ecee',
    '--mantine-color-error': '#ff8787',
  },
})
