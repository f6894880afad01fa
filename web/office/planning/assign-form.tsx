import { Button, MultiSelect, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Employee } from '../../shared/contract.ts'
import { FailureError, type Failure } from '../../shared/failure.ts'
import { useLanguage } from '../../shared/language.ts'
import card from '../card.module.css'
import { plain, sortByName } from '../names.ts'
import { browserTimeZone, dayAt } from '../period.ts'
import { useEmployees } from '../queries.ts'
import { AssignedSoFar } from './assigned-so-far.tsx'
import { AssignResult, type Assigned } from './assign-result.tsx'
import styles from './planning.module.css'
import { useAssigning, useSchedules, useSites } from './queries.ts'

const maxChoices = 100

/** Nobody can be assigned to what is archived. */
const inUse = <Thing extends { archived: boolean }>(things: readonly Thing[] = []) =>
  things.filter(({ archived }) => !archived)

/** Says of one or several employees where they work and by which schedule, from a day on. */
export function AssignForm() {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { data: employees = [] } = useEmployees()
  const sites = inUse(useSites().data)
  const schedules = inUse(useSchedules().data)
  const [chosen, setChosen] = useState<string[]>([])
  const [site, setSite] = useState('')
  const [schedule, setSchedule] = useState('')
  const [from, setFrom] = useState(() => dayAt(Date.now(), browserTimeZone()))
  const [week, setWeek] = useState(1)
  const [isTried, setTried] = useState(false)
  const [assigned, setAssigned] = useState<Assigned>()
  const assigning = useAssigning()
  const siteId = site || (sites.length === 1 ? (sites[0]?.id ?? '') : '')
  const weeks = schedules.find(({ id }) => id === schedule)?.versions.at(-1)?.weeks.length ?? 1
  const people = employees.filter(({ id }) => chosen.includes(id))

  async function assign() {
    const done: Employee[] = []
    const failed: { employee: Employee; failure: Failure }[] = []
    for (const employee of people) {
      const draft = {
        employee: employee.id,
        from,
        siteId,
        scheduleId: schedule || null,
        weekOffset: weeks > 1 ? week - 1 : 0,
      }
      try {
        await assigning.mutateAsync(draft)
        done.push(employee)
      } catch (error) {
        if (!(error instanceof FailureError)) throw error
        failed.push({ employee, failure: error.failure })
      }
    }
    setAssigned({ done, failed })
    setChosen(failed.map(({ employee }) => employee.id))
    setTried(false)
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (people.length === 0 || siteId === '' || from === '' || assigning.isPending) return
    void assign()
  }

  return (
    <section className={card.card} aria-labelledby="assign">
      <h2 id="assign" className={card.title}>
        {t('assign.title')}
      </h2>
      <p className={card.intro}>{t('assign.intro')}</p>
      <form onSubmit={submit} noValidate>
        <Stack mt="md">
          <MultiSelect
            label={t('assign.employees')}
            placeholder={chosen.length === 0 ? t('assign.chooseEmployees') : ''}
            data={sortByName(employees, language).map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
            value={chosen}
            onChange={setChosen}
            error={isTried && people.length === 0 && t('assign.missingEmployees')}
            filter={({ options, search }) =>
              options.filter(
                (option) => 'label' in option && plain(option.label).includes(plain(search)),
              )
            }
            limit={maxChoices}
            nothingFoundMessage={t('employees.noMatch')}
            hidePickedOptions
            searchable
          />
          {people.length > 0 && <AssignedSoFar employees={people} />}
          <div className={styles.row}>
            <NativeSelect
              label={t('assign.site')}
              value={siteId}
              error={
                sites.length === 0
                  ? t('assign.needSite')
                  : isTried && siteId === '' && t('assign.missingSite')
              }
              onChange={({ currentTarget: { value } }) => setSite(value)}
              data={[
                ...(siteId === '' ? [{ value: '', label: '' }] : []),
                ...sites.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <NativeSelect
              label={t('assign.schedule')}
              value={schedule}
              onChange={({ currentTarget: { value } }) => setSchedule(value)}
              data={[
                { value: '', label: t('assign.noSchedule') },
                ...schedules.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            {weeks > 1 && (
              <NumberInput
                label={t('assign.offset')}
                min={1}
                max={weeks}
                value={week}
                onChange={(value) => setWeek(Number(value))}
              />
            )}
            <TextInput
              type="date"
              label={t('assign.from')}
              value={from}
              error={isTried && from === '' && t('sites.missing')}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <Button type="submit" aria-disabled={assigning.isPending}>
              {t('assign.send')}
            </Button>
          </div>
          <AssignResult assigned={assigned} />
        </Stack>
      </form>
    </section>
  )
}
