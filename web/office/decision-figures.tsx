import { Table } from '@mantine/core'
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '../shared/contract.ts'
import { useLanguage } from '../shared/language.ts'
import styles from './decision-page.module.css'
import { oneIn } from './odds.ts'

/** What the promise rests on, for whoever wants to check it. */
export function DecisionFigures({ decision }: { decision: Decision }) {
  const { t } = useTranslation()
  const number = useNumber(0)
  const score = useNumber(2)
  const { model, threshold, alikeness, minMargin, fmr, data, table } = decision
  return (
    <>
      <h2>{t('decision.figures')}</h2>
      <dl className={styles.figures}>
        <Figure name={t('decision.figureModel')}>
          <bdi>{model}</bdi>
        </Figure>
        <Figure name={t('decision.figureThreshold')}>{score(threshold)}</Figure>
        <Figure name={t('decision.figureAlikeness')}>{score(alikeness)}</Figure>
        <Figure name={t('decision.figureMargin')}>{score(minMargin)}</Figure>
        <Figure name={t('decision.figureFmr')}>
          {t('decision.oneIn', { comparisons: oneIn(fmr) })}
        </Figure>
        <Figure name={t('decision.data')}>
          <bdi lang="en">{data.description}</bdi>
        </Figure>
        <Figure name={t('decision.dataPhotos')}>{number(data.photos)}</Figure>
        <Figure name={t('decision.dataPeople')}>{number(data.people)}</Figure>
        <Figure name={t('decision.dataComparisons')}>{number(data.impostorComparisons)}</Figure>
      </dl>
      <CalibrationTable table={table} />
    </>
  )
}

function CalibrationTable({ table }: Pick<Decision, 'table'>) {
  const { t } = useTranslation()
  const decimals = useNumber(2)
  const titleId = useId()
  return (
    <details className={styles.details}>
      <summary id={titleId}>{t('decision.table')}</summary>
      <Table aria-labelledby={titleId}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('decision.tableFmr')}</Table.Th>
            <Table.Th scope="col">{t('decision.tableScore')}</Table.Th>
            <Table.Th scope="col">{t('decision.tableSource')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.map(({ fmr, score, measured }) => (
            <Table.Tr key={fmr}>
              <Table.Td>{t('decision.oneIn', { comparisons: oneIn(fmr) })}</Table.Td>
              <Table.Td className={styles.number}>{decimals(score)}</Table.Td>
              <Table.Td>
                {t(measured ? 'decision.sourceCounted' : 'decision.sourceDrawnOn')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  )
}

const Figure = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd className={styles.number}>{children}</dd>
  </div>
)

/** Numbers as the reader writes them, with so many decimals. */
function useNumber(decimals: number): (value: number) => string {
  const { locale } = useLanguage()
  return useMemo(() => {
    const fixed = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
    return new Intl.NumberFormat(locale, fixed).format
  }, [locale, decimals])
}
