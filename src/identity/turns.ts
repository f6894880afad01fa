/** Runs one piece of work after the other, in the order asked for; one that fails stops no other. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work) // whoever asked for the one before hears of its failure
    last = turn
    return turn
  }
}
