/**
 * A rate between 0 and 1 as "one in so many": rounded down to two digits, so that what is said is never
 * better than what holds.
 */
export function oneIn(rate: number): number {
  // 1 / 1e-5 is 99999.99999999999: the least bit more keeps a round number round.
  const exact = (1 / rate) * (1 + 1e-9)
  const step = 10 ** Math.max(0, Math.floor(Math.log10(exact)) - 1)
  return Math.floor(exact / step) * step
}
