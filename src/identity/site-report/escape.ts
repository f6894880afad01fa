const named: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe for HTML and SVG, inside elements and quoted attributes. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => named[c] ?? c)
