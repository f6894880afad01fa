// Runs before the first paint, so that a remembered dark page does not flash white. A file and not an
// inline script, because the server's content security policy allows none. The keys are those of
// shared/languages.ts and shared/theme.ts, which take over as soon as the application runs.
;(() => {
  const root = document.documentElement
  let appearance = null
  let language = null
  try {
    appearance = localStorage.getItem('pointeuse.appearance')
    language = localStorage.getItem('pointeuse.language')
  } catch {
    // Storage is blocked: the system's appearance and the browser's language are used.
  }
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)').matches
  const dark = appearance === 'dark' || (appearance !== 'light' && systemIsDark)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  root.style.colorScheme = dark ? 'dark' : 'light'
  if (language !== null) root.lang = language
})()
