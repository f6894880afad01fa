import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './timesheets-page.module.css'

/** A table of hours, as wide as it needs to be: on a phone it is moved sideways, with the finger or the keys. */
export function HoursTable(props: {
  label: string
  columns: readonly string[]
  /** The last column has buttons: it stays in view. */
  hasActs?: boolean
  children: ReactNode
}) {
  return (
    <div className={styles.wide} role="region" aria-label={props.label} tabIndex={0}>
      <Table className={styles.table} data-acts={props.hasActs}>
        <Table.Thead>
          <Table.Tr>
            {props.columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        {props.children}
      </Table>
    </div>
  )
}
