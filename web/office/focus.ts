/** Longer than Mantine takes to give the focus back after a menu or a dialog closed (10 ms). */
const afterReturnMs = 50

/** Moves the focus once a closing menu or dialog is done with it. Gives the way to stop that. */
export function focusAfterClosing(find: () => HTMLElement | null | undefined): () => void {
  const timer = setTimeout(() => find()?.focus(), afterReturnMs)
  return () => clearTimeout(timer)
}
