import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { verdictTexts } from '../shared/failure-text.ts'
import { AdviceIcon, CheckIcon, CrossIcon } from '../shared/icons.tsx'
import styles from './photo-tray.module.css'
import { Thumbnail } from './thumbnail.tsx'
import type { Tray, TrayPhoto } from './tray.ts'

/** The photos one by one, each with what the server said about it. Without `onRemove` they are only shown. */
export function PhotoTray(props: { tray: Tray; onRemove?: (number: number) => void }) {
  const { tray, onRemove } = props
  const { t } = useTranslation()
  const [removed, setRemoved] = useState<number>()
  const list = useRef<HTMLUListElement>(null)

  function remove(number: number, place: number) {
    onRemove?.(number)
    setRemoved(number)
    // The button that was pressed is gone: the focus goes to the one that takes its place.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll('button') ?? []
      const next = buttons[Math.min(place, buttons.length - 1)]
      if (next) next.focus()
      else list.current?.focus()
    })
  }

  const last = tray.photos.at(-1)?.number
  const wasAdded = last !== undefined && last === tray.nextNumber - 1 && last !== removed
  return (
    <div className={styles.tray}>
      <VisuallyHidden role="status">
        {removed !== undefined && !wasAdded && t('enrol.photoRemoved', { number: removed })}
        {wasAdded && t('enrol.photoAdded', { number: last })}
      </VisuallyHidden>
      <ul ref={list} className={styles.list} tabIndex={-1} aria-label={t('enrol.photos')}>
        {tray.photos.map((item, place) => (
          <li key={item.number} className={styles.item}>
            <div className={styles.frame} data-verdict={lookOf(item)}>
              <Thumbnail photo={item.photo} label={t('enrol.photo', { number: item.number })} />
              {onRemove && (
                <ActionIcon
                  className={styles.remove}
                  variant="filled"
                  color="dark"
                  radius="xl"
                  size={32}
                  aria-label={t('enrol.remove', { number: item.number })}
                  onClick={() => remove(item.number, place)}
                >
                  <CrossIcon size={16} />
                </ActionIcon>
              )}
            </div>
            <Verdict item={item} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const lookOf = ({ verdict }: TrayPhoto) =>
  verdict === undefined ? undefined : verdict.outcome === 'accepted' ? 'accepted' : 'refused'

function Verdict({ item }: { item: TrayPhoto }) {
  const { t } = useTranslation()
  const look = lookOf(item)
  if (item.verdict === undefined || look === undefined) return null
  return (
    <div className={styles.verdict} data-verdict={look}>
      {look === 'accepted' ? <CheckIcon size={16} /> : <AdviceIcon size={16} />}
      <div>
        {verdictTexts(item.verdict, t).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </div>
  )
}
