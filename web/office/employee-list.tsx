import { ActionIcon, Button, Menu, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Employee, ListedEmployee } from '../shared/contract.ts'
import { FailureNotice } from '../shared/failure-notice.tsx'
import { failureOf } from '../shared/failure.ts'
import { MoreIcon, SearchIcon } from '../shared/icons.tsx'
import { useLanguage } from '../shared/language.ts'
import card from './card.module.css'
import { BadgeDialog } from './credentials/badge-dialog.tsx'
import { PinDialog } from './credentials/pin-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import styles from './employee-list.module.css'
import { EmploymentDialog } from './employment-dialog.tsx'
import { EmploymentNote } from './employment-note.tsx'
import { focusAfterClosing } from './focus.ts'
import { searchByName, sortByName } from './names.ts'
import { useEmployees } from './queries.ts'
import { RenameDialog } from './rename-dialog.tsx'
import { StrengthNote } from './strength-note.tsx'

/** As many as one looks through; there is the search for more. */
const shownAtFirst = 30

/** Who is enrolled, by name, with what can be done about each. */
export function EmployeeList({ onAddPhotos }: { onAddPhotos: (employee: Employee) => void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const titleId = useId()
  const { data, error, isPending, refetch } = useEmployees()
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState(shownAtFirst)
  const [told, setTold] = useState('')
  const [open, setOpen] = useState<{
    dialog: 'rename' | 'employment' | 'pin' | 'badge' | 'delete'
    employee: ListedEmployee
  }>()

  const sorted = useMemo(() => sortByName(data ?? [], language), [data, language])
  const found = searchByName(sorted, search)
  const title = useRef<HTMLHeadingElement>(null)
  const close = (text?: string) => {
    setOpen(undefined)
    if (text === undefined) return
    setTold(text)
    // The row of somebody deleted is gone, and with it the button that would take the focus back.
    if (open?.dialog === 'delete') focusAfterClosing(() => title.current)
  }

  return (
    <section className={card.card} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 ref={title} tabIndex={-1} id={titleId} className={card.title}>
          {t('employees.title')}
        </h2>
        {data && (
          <Text c="dimmed" role="status">
            {t('count.employees', { count: found.length })}
          </Text>
        )}
      </div>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      {error !== null && (
        <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
      {isPending && <Text c="dimmed">{t('frame.loading')}</Text>}
      {sorted.length > 5 && (
        <TextInput
          type="search"
          aria-label={t('employees.search')}
          placeholder={t('employees.search')}
          leftSection={<SearchIcon size={18} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {data && found.length === 0 && (
        <Text c="dimmed">{t(data.length === 0 ? 'employees.none' : 'employees.noMatch')}</Text>
      )}
      <ul className={styles.list}>
        {found.slice(0, shown).map((employee) => (
          <li key={employee.id} className={styles.row}>
            <div className={styles.who}>
              <bdi className={styles.name}>{employee.name}</bdi>
              <Text size="sm" c="dimmed">
                {t('count.templates', { count: employee.templates })}
              </Text>
              <StrengthNote employee={employee} />
              <EmploymentNote employee={employee} />
            </div>
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={40}
                  aria-label={t('employees.actions', { name: employee.name })}
                >
                  <MoreIcon />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => onAddPhotos(employee)}>
                  {t('employees.addPhotos')}
                </Menu.Item>
                <Menu.Item onClick={() => setOpen({ dialog: 'rename', employee })}>
                  {t('employees.rename')}
                </Menu.Item>
                <Menu.Item onClick={() => setOpen({ dialog: 'employment', employee })}>
                  {t('employment.open')}
                </Menu.Item>
                <Menu.Item onClick={() => setOpen({ dialog: 'pin', employee })}>
                  {t('credentials.pin')}
                </Menu.Item>
                <Menu.Item onClick={() => setOpen({ dialog: 'badge', employee })}>
                  {t('credentials.badge')}
                </Menu.Item>
                <Menu.Item
                  className={styles.danger}
                  onClick={() => setOpen({ dialog: 'delete', employee })}
                >
                  {t('employees.delete')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + shownAtFirst)}>
          {t('employees.showMore')}
        </Button>
      )}
      {open?.dialog === 'rename' && <RenameDialog employee={open.employee} onClose={close} />}
      {open?.dialog === 'employment' && (
        <EmploymentDialog employee={open.employee} onClose={close} />
      )}
      {open?.dialog === 'pin' && <PinDialog employee={open.employee} onClose={() => close()} />}
      {open?.dialog === 'badge' && <BadgeDialog employee={open.employee} onClose={close} />}
      {open?.dialog === 'delete' && <DeleteDialog employee={open.employee} onClose={close} />}
    </section>
  )
}
