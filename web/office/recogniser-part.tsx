import { Table } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recogniser } from '../shared/contract.ts'
import styles from './decision-page.module.css'
import { useRecogniser, useWaitingForRecogniser } from './queries.ts'

const outcomes = ['same', 'different', 'only-current', 'only-former', 'neither'] as const

/** What recognises faces; after a change, who is to be enrolled again, and how the two agree. */
export function RecogniserPart() {
  const { t } = useTranslation()
  const { data } = useRecogniser()
  if (!data) return null
  return (
    <>
      <h2>{t('recogniser.title')}</h2>
      <p>{t('recogniser.using', { name: data.name })}</p>
      {data.former !== null && <Change recogniser={data} former={data.former} />}
    </>
  )
}

function Change({ recogniser, former }: { recogniser: Recogniser; former: string }) {
  const { t } = useTranslation()
  const { name, waiting, agreement } = recogniser
  return (
    <>
      {waiting === 0 ? (
        <p>{t('recogniser.none', { name })}</p>
      ) : (
        <>
          <p>
            {t('recogniser.changing', {
              former,
              waiting: t('count.employees', { count: waiting }),
            })}
          </p>
          <Waiting />
        </>
      )}
      {agreement && <AgreementTable agreement={agreement} />}
    </>
  )
}

function Waiting() {
  const { t } = useTranslation()
  const titleId = useId()
  const { data } = useWaitingForRecogniser()
  return (
    <details className={styles.details}>
      <summary id={titleId}>{t('recogniser.waiting')}</summary>
      <ul aria-labelledby={titleId}>
        {data?.employees.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}

function AgreementTable({ agreement }: { agreement: NonNullable<Recogniser['agreement']> }) {
  const { t } = useTranslation()
  const titleId = useId()
  return (
    <>
      <h3 id={titleId}>{t('recogniser.agreement')}</h3>
      <Table aria-labelledby={titleId}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('recogniser.outcome')}</Table.Th>
            <Table.Th scope="col">{t('recogniser.times')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {outcomes.map((outcome) => (
            <Table.Tr key={outcome}>
              <Table.Td>{t(`recogniser.agreed.${outcome}`)}</Table.Td>
              <Table.Td className={styles.number}>{agreement[outcome]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
