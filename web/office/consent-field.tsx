import { Anchor, Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../shared/notice.tsx'
import type { ConsentDraft } from './consent-draft.ts'

/** Asks how somebody agreed that their face is used, before a photo of them is sent. */
export function ConsentField(props: {
  draft: ConsentDraft
  onChange: (draft: ConsentDraft) => void
  /** The version of the published notice; undefined as long as it is not known, or there is none. */
  version: number | undefined
  /** Whether sending was tried without one. */
  isMissing: boolean
}) {
  const { draft, onChange, version, isMissing } = props
  const { t, i18n } = useTranslation()
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('consent.title')}
        description={t('consent.hint')}
        value={draft.how}
        onChange={(how) => onChange({ ...draft, how: how === 'on-screen' ? how : 'on-paper' })}
        withAsterisk
      >
        <Stack gap="xs" mt="xs">
          <Radio value="on-paper" label={t('consent.onPaper')} />
          <Radio value="on-screen" label={t('consent.onScreen')} disabled={version === undefined} />
        </Stack>
      </Radio.Group>
      <Anchor
        underline="always"
        href={`/notice?language=${i18n.language}`}
        target="_blank"
        rel="noopener"
        size="sm"
      >
        {version === undefined ? t('consent.readNone') : t('consent.read', { version })}
      </Anchor>
      {draft.how === 'on-paper' ? (
        <TextInput
          label={t('consent.keptAt')}
          value={draft.keptAt}
          onChange={(event) => onChange({ ...draft, keptAt: event.currentTarget.value })}
          maxLength={200}
          required
          dir="auto"
        />
      ) : (
        <Checkbox
          label={t('consent.agreed')}
          checked={draft.isAgreed}
          onChange={(event) => onChange({ ...draft, isAgreed: event.currentTarget.checked })}
          required
        />
      )}
      {isMissing && <Notice tone="advice" title={t('consent.missing')} />}
    </Stack>
  )
}
