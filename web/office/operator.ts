import { createContext, useContext } from 'react'

/** Who is at work in the office: a name that is asked for once, and forgotten with the page. */
export type Operator = readonly [name: string, setName: (name: string) => void]

export const OperatorContext = createContext<Operator>(['', () => undefined])

/** The name that stands under corrections and decisions, and the way to change it. */
export const useOperator = (): Operator => useContext(OperatorContext)
