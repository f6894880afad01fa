/**
 * Which employee owns which row of the gallery. Employees are numbered, so that a search over all rows
 * compares numbers, and the rows of one employee are chained, so that nobody looks through all for them.
 */
export interface Owners {
  /** How many employees own a row. */
  readonly employees: number
  /** The number of each row's employee; good until the next change. */
  numbers(): Int32Array
  /** The employee of a number in use. */
  idOf(number: number): string
  /** The employee's rows, in ascending order. */
  rowsOf(employeeId: string): number[]
  /** Tells by their number whether an employee is one of these; good until the next change. */
  among(employeeIds: ReadonlySet<string>): (number: number) => boolean
  /** Everybody who owns a row. */
  ids(): Iterable<string>
  /** The next row is this employee's. */
  push(employeeId: string): void
  /** Takes a row out by putting the last one in its place. */
  removeBySwap(row: number): void
}

/** The end of a chain. */
const none = -1

export function createOwners(): Owners {
  const numberOf = new Map<string, number>()
  /** By number: the employee, and the first row of their chain. Numbers of those who left are used again. */
  const ids: string[] = []
  const first: number[] = []
  const unused: number[] = []
  let owner = new Int32Array(256)
  let next = new Int32Array(256)
  let size = 0

  const numberFor = (employeeId: string): number => {
    const known = numberOf.get(employeeId)
    if (known !== undefined) return known
    const number = unused.pop() ?? ids.length
    ids[number] = employeeId
    first[number] = none
    numberOf.set(employeeId, number)
    return number
  }
  const rowsFrom = (start: number): number[] => {
    const rows: number[] = []
    for (let row = start; row !== none; row = next[row] as number) rows.push(row)
    return rows
  }
  /** Lets whatever led to `row` lead to `to` instead. */
  const relink = (row: number, to: number) => {
    const number = owner[row] as number
    const before = rowsFrom(first[number] as number).find((other) => next[other] === row)
    if (before === undefined) first[number] = to
    else next[before] = to
  }

  return {
    get employees() {
      return numberOf.size
    },
    numbers: () => owner.subarray(0, size),
    idOf: (number) => ids[number] as string,
    rowsOf(employeeId) {
      const number = numberOf.get(employeeId)
      return number === undefined ? [] : rowsFrom(first[number] as number).sort((a, b) => a - b)
    },
    among(employeeIds) {
      const isOne = new Uint8Array(ids.length)
      for (const id of employeeIds) {
        const number = numberOf.get(id)
        if (number !== undefined) isOne[number] = 1
      }
      return (number) => isOne[number] === 1
    },
    ids: () => numberOf.keys(),

    push(employeeId) {
      owner = withRoom(owner, size + 1)
      next = withRoom(next, size + 1)
      const number = numberFor(employeeId)
      owner[size] = number
      next[size] = first[number] as number
      first[number] = size++
    },

    removeBySwap(row) {
      const number = owner[row] as number
      relink(row, next[row] as number)
      if (first[number] === none) {
        numberOf.delete(ids[number] as string)
        ids[number] = ''
        unused.push(number)
      }
      const last = --size
      if (row === last) return
      relink(last, row)
      owner[row] = owner[last] as number
      next[row] = next[last] as number
    },
  }
}

/** The numbers themselves, or a longer copy of them. */
function withRoom(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= numbers.length) return numbers
  const longer = new Int32Array(Math.max(length, Math.ceil(numbers.length * 1.5)))
  longer.set(numbers)
  return longer
}
