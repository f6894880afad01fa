/** What is printed on a badge. */
export type PrintedBadge = { readonly name: string; readonly number: string; readonly text: string }
