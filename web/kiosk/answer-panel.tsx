import { useTranslation } from 'react-i18next'
import { AdviceIcon, FailureIcon, InIcon, OutIcon, PauseIcon } from '../shared/icons.tsx'
import { useTimes } from '../shared/times.ts'
import styles from './answer-panel.module.css'
import { answerText } from './answer-text.ts'
import { stayMs, type Answer } from './machine.ts'

const kindLooks = {
  in: { tone: styles.in, Symbol: InIcon },
  out: { tone: styles.out, Symbol: OutIcon },
  'break-start': { tone: styles.out, Symbol: PauseIcon },
  'break-end': { tone: styles.in, Symbol: InIcon },
} as const

function lookOf(answer: Answer) {
  if ('kind' in answer) return kindLooks[answer.kind]
  return answer.outcome === 'failed'
    ? { tone: styles.failure, Symbol: FailureIcon }
    : { tone: styles.advice, Symbol: AdviceIcon }
}

/** The answer, large enough to be read two metres away, with a line that runs out when its time is up. */
export function AnswerPanel({ answer }: { answer: Answer }) {
  const { t } = useTranslation()
  const { time } = useTimes()
  const text = answerText(answer, t, time)
  const { tone, Symbol } = lookOf(answer)
  return (
    <div className={`${styles.panel} ${tone}`}>
      <div className={styles.symbol}>
        <Symbol size="60%" />
      </div>
      <p className={styles.headline}>{text.headline}</p>
      {text.name !== undefined && (
        <p className={styles.name}>
          <bdi>{text.name}</bdi>
        </p>
      )}
      {text.time !== undefined && <p className={styles.time}>{text.time}</p>}
      {text.advice !== undefined && <p className={styles.counsel}>{text.advice}</p>}
      {text.steps.length > 0 && (
        <ul className={styles.steps}>
          {text.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      )}
      <div className={styles.left} style={{ animationDuration: `${stayMs(answer)}ms` }} />
    </div>
  )
}
