/** A piece of a document. All text is plain: whoever renders it sees to it that nothing in it is taken for more. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly entries: readonly string[] }
  | {
      readonly kind: 'table'
      /** Empty for a table of a name and a value in each row. */
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** What is read or printed, whatever it is written as. */
export type Document = {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export const heading = (text: string, level: 1 | 2 = 2): Block => ({ kind: 'heading', level, text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const list = (...entries: readonly string[]): Block => ({ kind: 'list', entries })
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head,
  rows,
})
