import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kiosk } from '../../shared/contract.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { InsteadOfList, PlanningCard } from '../planning/planning-card.tsx'
import styles from '../planning/planning.module.css'
import { useTold } from '../told.ts'
import { KioskDialog } from './kiosk-dialog.tsx'
import { KioskItem, type OfKiosk } from './kiosk-item.tsx'
import { RecodeDialog } from './recode-dialog.tsx'
import { RenameKioskDialog } from './rename-kiosk-dialog.tsx'
import { useKiosks, useRevokingKiosk } from './queries.ts'
import { SiteModes } from './site-modes.tsx'

type Open = { dialog: 'add' } | { dialog: OfKiosk; kiosk: Kiosk }

/** The devices at which people clock in, and how they do at each site. */
export function KiosksPage() {
  const { t } = useTranslation()
  const { data, error, isPending, refetch } = useKiosks()
  const [open, setOpen] = useState<Open>()
  const revoking = useRevokingKiosk()
  const told = useTold()
  const close = (text?: string) => {
    setOpen(undefined)
    revoking.reset()
    told.tell(text)
  }
  return (
    <PlanningCard
      title={t('kiosks.title')}
      intro={t('kiosks.intro')}
      add={{ label: t('kiosks.add'), onAdd: () => setOpen({ dialog: 'add' }) }}
      told={told}
    >
      <InsteadOfList
        error={error}
        isPending={isPending}
        isEmpty={data?.length === 0}
        none={t('kiosks.none')}
        onRetry={() => void refetch()}
      />
      <ul className={styles.list}>
        {data?.map((kiosk) => (
          <KioskItem key={kiosk.id} kiosk={kiosk} onOpen={(dialog) => setOpen({ dialog, kiosk })} />
        ))}
      </ul>
      <SiteModes onChanged={told.tell} />
      {open?.dialog === 'add' && <KioskDialog onClose={() => close()} />}
      {open?.dialog === 'recode' && <RecodeDialog kiosk={open.kiosk} onClose={() => close()} />}
      {open?.dialog === 'rename' && <RenameKioskDialog kiosk={open.kiosk} onClose={close} />}
      {open?.dialog === 'revoke' && (
        <ConfirmDialog
          title={t('kiosks.revokeTitle', { name: open.kiosk.name })}
          text={t('kiosks.revokeText')}
          act={t('kiosks.revoke')}
          doing={revoking}
          onConfirm={() =>
            revoking.mutate(open.kiosk.id, {
              onSuccess: () => close(t('kiosks.revoked', { name: open.kiosk.name })),
            })
          }
          onClose={() => close()}
        />
      )}
    </PlanningCard>
  )
}
