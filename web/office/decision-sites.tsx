import { Table } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '../shared/contract.ts'
import styles from './decision-page.module.css'
import { oneIn } from './odds.ts'
import { useSites } from './planning/queries.ts'

/** What differs where faces are looked for among the people of a site. */
export function DecisionSites({ decision }: { decision: Decision }) {
  const { t } = useTranslation()
  const titleId = useId()
  const names = new Map(useSites().data?.map(({ id, name }) => [id, name]))
  const apart = decision.sites.filter(
    ({ steps, search }) => steps.length > 1 || search === 'own-only',
  )
  if (apart.length === 0) return null
  return (
    <>
      <h2 id={titleId}>{t('decision.bySite')}</h2>
      <Table aria-labelledby={titleId}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('decision.site')}</Table.Th>
            <Table.Th scope="col">{t('decision.among')}</Table.Th>
            <Table.Th scope="col">{t('decision.employees')}</Table.Th>
            <Table.Th scope="col">{t('decision.stepThreshold')}</Table.Th>
            <Table.Th scope="col">{t('decision.stepStrangers')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {apart.flatMap(({ siteId, steps }) =>
            steps.map((step, i) => (
              <Table.Tr key={`${siteId} ${i}`}>
                <Table.Td>
                  <bdi>{names.get(siteId)}</bdi>
                </Table.Td>
                <Table.Td>{t(i === 0 ? 'decision.ownPeople' : 'decision.everybody')}</Table.Td>
                <Table.Td className={styles.number}>{step.employees}</Table.Td>
                <Table.Td className={styles.number}>{step.threshold.toFixed(2)}</Table.Td>
                <Table.Td>
                  {t('decision.oneStranger', { strangers: oneIn(step.expectedFpir) })}
                </Table.Td>
              </Table.Tr>
            )),
          )}
        </Table.Tbody>
      </Table>
    </>
  )
}
