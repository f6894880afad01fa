/** Employees in the order of a telephone book of the language; those of one name in the order they came. */
export function sortByName<Person extends { readonly name: string }>(
  employees: readonly Person[],
  language: string,
): Person[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  return employees.toSorted((a, b) => compare(a.name, b.name))
}

/** Those in whose name every word of the search occurs, whatever its accents and capitals. */
export function searchByName<Person extends { readonly name: string }>(
  employees: readonly Person[],
  search: string,
): Person[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  return employees.filter(({ name }) => words.every((word) => plain(name).includes(word)))
}

/** Without accents (Latin and Arabic alike) and capitals. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
