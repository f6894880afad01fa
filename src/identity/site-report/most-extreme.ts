/** Keeps the few entries of highest rank that it was offered, one for each key. */
export interface MostExtreme<Entry> {
  /** `make` is asked only when the entry is kept for now. */
  offer(rank: number, key: string | number, make: () => Entry): void
  /** Whether an entry of this rank would be kept for now: for callers in a hurry. */
  wants(rank: number): boolean
  /** Highest rank first. */
  list(): Entry[]
}

export function createMostExtreme<Entry>(most: number): MostExtreme<Entry> {
  const kept = new Map<string | number, { readonly rank: number; readonly entry: Entry }>()
  let least = -Infinity

  const wants = (rank: number) => kept.size < most || rank > least
  return {
    wants,
    offer(rank, key, make) {
      const known = kept.get(key)
      if (known ? rank <= known.rank : !wants(rank)) return
      kept.set(key, { rank, entry: make() })
      if (kept.size > most) {
        const [lowest] = [...kept].reduce((a, b) => (b[1].rank < a[1].rank ? b : a))
        kept.delete(lowest)
      }
      least = kept.size < most ? -Infinity : Math.min(...[...kept.values()].map((one) => one.rank))
    },
    list: () => [...kept.values()].toSorted((a, b) => b.rank - a.rank).map(({ entry }) => entry),
  }
}
