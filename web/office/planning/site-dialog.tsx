import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { HolidayCalendarId, SearchScope, Site } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { useLanguage } from '../../shared/language.ts'
import { Dialog } from '../dialog.tsx'
import { browserTimeZone } from '../period.ts'
import { useAddingSite, useCalendars, useChangingSite } from './queries.ts'
import { ZoneChoice } from './zone-choice.tsx'

const searchScopes = [
  'own-first',
  'own-only',
  'everybody',
] as const satisfies readonly SearchScope[]

/** Asks for a new site, or for what may change of one. `onClose` is given what to tell when it was saved. */
export function SiteDialog(props: { site: Site | undefined; onClose: (told?: string) => void }) {
  const { site, onClose } = props
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { data: calendars = [] } = useCalendars()
  const [name, setName] = useState(site?.name ?? '')
  const [zone, setZone] = useState<string | null>(site?.zone ?? browserTimeZone())
  const [calendar, setCalendar] = useState<HolidayCalendarId | null>(site?.calendar ?? null)
  const [calendarFrom, setCalendarFrom] = useState('')
  const [search, setSearch] = useState<SearchScope>(site?.search ?? 'own-first')
  const [isTried, setTried] = useState(false)
  const adding = useAddingSite()
  const changing = useChangingSite()
  const isOther = site !== undefined && calendar !== site.calendar
  const error = adding.error ?? changing.error

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || zone === null || adding.isPending || changing.isPending) return
    const saved = { onSuccess: () => onClose(t('sites.saved', { name: name.trim() })) }
    if (site === undefined) adding.mutate({ name: name.trim(), zone, calendar }, saved)
    else {
      const change = {
        id: site.id,
        name: name.trim(),
        search,
        ...(isOther && { calendar, ...(calendarFrom !== '' && { calendarFrom }) }),
      }
      changing.mutate(change, saved)
    }
  }

  return (
    <Dialog
      title={site === undefined ? t('sites.add') : t('sites.edit', { name: site.name })}
      onClose={() => onClose()}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('sites.name')}
            value={name}
            maxLength={200}
            dir="auto"
            autoComplete="off"
            data-autofocus
            error={isTried && name.trim() === '' && t('sites.missing')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {site === undefined ? (
            <ZoneChoice
              zone={zone}
              error={isTried && zone === null && t('sites.zoneMissing')}
              onZone={setZone}
            />
          ) : (
            <Text>
              {t('sites.zone')}
              {' · '}
              <bdi>{site.zone}</bdi>
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {t('sites.zoneFixed')}
          </Text>
          <NativeSelect
            label={t('sites.calendar')}
            description={t(site === undefined ? 'sites.calendarNew' : 'sites.calendarHint')}
            value={calendar ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setCalendar(calendars.find(({ id }) => id === value)?.id ?? null)
            }
            data={[
              { value: '', label: t('sites.noCalendar') },
              ...calendars.map((each) => ({ value: each.id, label: each.name[language] })),
            ]}
          />
          {isOther && (
            <TextInput
              type="date"
              label={t('sites.calendarFrom')}
              description={t('sites.calendarFromHint')}
              value={calendarFrom}
              onChange={(event) => setCalendarFrom(event.currentTarget.value)}
            />
          )}
          {site !== undefined && (
            <NativeSelect
              label={t('sites.search')}
              description={t('sites.searchHint')}
              value={search}
              onChange={({ currentTarget: { value } }) =>
                setSearch(searchScopes.find((scope) => scope === value) ?? search)
              }
              data={searchScopes.map((value) => ({ value, label: t(`sites.searches.${value}`) }))}
            />
          )}
          {error !== null && <FailureNotice failure={failureOf(error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onClose()}>
              {t('act.cancel')}
            </Button>
            <Button type="submit" aria-disabled={adding.isPending || changing.isPending}>
              {t('act.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
