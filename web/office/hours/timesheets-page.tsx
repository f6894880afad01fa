import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { given } from '../../shared/http.ts'
import { useNow } from '../../shared/times.ts'
import card from '../card.module.css'
import { browserTimeZone, dayAt } from '../period.ts'
import { DayDialog, type OpenDay } from './day-dialog.tsx'
import { ExportLinks } from './export-links.tsx'
import { spanAround } from './month.ts'
import { TimesheetFilter, type TimesheetChoice } from './timesheet-filter.tsx'
import { TimesheetList } from './timesheet-list.tsx'
import { ToCheckList } from './to-check-list.tsx'

/** The hours of a month or a week: of everybody, or of one employee by day, and what should be looked at. */
export function TimesheetsPage() {
  const { t } = useTranslation()
  const [choice, setChoice] = useState<TimesheetChoice>({ span: 'month', view: 'hours' })
  const [open, setOpen] = useState<OpenDay>()
  const { span, view, site, employee } = choice
  const today = dayAt(useNow(60_000).getTime(), browserTimeZone())
  const day = choice.day ?? today
  const query = given({ ...spanAround(day, span), employee, site })
  const title = useRef<HTMLHeadingElement>(null)

  return (
    <section className={card.card}>
      <h1 ref={title} tabIndex={-1} className={card.title}>
        {t('timesheets.title')}
      </h1>
      <TimesheetFilter
        day={day}
        choice={choice}
        onChoice={(change) => setChoice({ ...choice, ...change })}
      />
      {view === 'check' ? (
        <ToCheckList query={query} onDay={setOpen} />
      ) : (
        <TimesheetList
          query={query}
          day={day}
          onDay={setOpen}
          onEmployee={(id) => {
            setChoice({ ...choice, employee: id })
            // The button with the name goes, and the focus would go with it.
            title.current?.focus()
          }}
        />
      )}
      <ExportLinks query={query} />
      {open && <DayDialog {...open} onClose={() => setOpen(undefined)} />}
    </section>
  )
}
