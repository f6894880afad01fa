import { ActionIcon, Menu } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountIcon } from '../../shared/icons.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { useSigningOut } from './queries.ts'
import { useSignedIn } from './session.ts'
import { WaysDialog } from './ways-dialog.tsx'

/** Who is signed in, and what they do about their own account. */
export function AccountMenu() {
  const { t } = useTranslation()
  const { name } = useSignedIn()
  const [opened, setOpened] = useState<'password' | 'ways'>()
  const close = () => setOpened(undefined)
  const signingOut = useSigningOut()
  const label = t('account.menu', { name })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={label} title={label}>
            <AccountIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <bdi>{t('account.signedInAs', { name })}</bdi>
          </Menu.Label>
          <Menu.Item onClick={() => setOpened('password')}>{t('account.password')}</Menu.Item>
          <Menu.Item onClick={() => setOpened('ways')}>{t('ways.title')}</Menu.Item>
          <Menu.Item onClick={() => signingOut.mutate()}>{t('account.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opened === 'password' && <PasswordDialog onClose={close} />}
      {opened === 'ways' && <WaysDialog onClose={close} />}
    </>
  )
}
