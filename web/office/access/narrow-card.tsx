import type { ReactNode } from 'react'
import card from '../card.module.css'
import styles from './narrow-card.module.css'

/** A page that asks one thing before anything else is shown. */
export function NarrowCard(props: { title: string; intro: string; children?: ReactNode }) {
  return (
    <section className={`${card.card} ${styles.card}`}>
      <h1 className={card.title}>{props.title}</h1>
      <p className={card.intro}>{props.intro}</p>
      {props.children !== undefined && <div className={styles.fields}>{props.children}</div>}
    </section>
  )
}
