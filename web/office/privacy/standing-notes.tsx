import { Anchor, List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Standing } from './privacy-client.ts'

/** Why a notice is outdated says more than that it is. */
function noticeWord({ state, because }: Standing['notice']) {
  return state === 'outdated' ? (because ?? 'other-country') : state
}

/** How things stand: whether faces are in use, whether people were told, whether all of them agreed. */
export function StandingNotes({ standing }: { standing: Standing }) {
  const { t, i18n } = useTranslation()
  const { face, notice, consents } = standing
  return (
    <List mt="md" spacing="xs">
      <List.Item>
        {face.allowed ? t('privacy.faceOn') : t(`privacy.faceOff.${face.reason ?? 'not-set-up'}`)}
      </List.Item>
      <List.Item>
        {t(`privacy.noticeIs.${noticeWord(notice)}`, { version: notice.version })}{' '}
        {notice.version !== null && (
          <Anchor
            underline="always"
            href={`/notice?language=${i18n.language}`}
            target="_blank"
            rel="noopener"
          >
            {t('privacy.openNotice')}
          </Anchor>
        )}
      </List.Item>
      <List.Item>{t('privacy.withTemplates', { number: consents.withTemplates })}</List.Item>
      {consents.withoutConsent > 0 && (
        <List.Item>{t('privacy.withoutConsent', { number: consents.withoutConsent })}</List.Item>
      )}
      {consents.toEarlierNotice > 0 && (
        <List.Item>{t('privacy.toEarlierNotice', { number: consents.toEarlierNotice })}</List.Item>
      )}
    </List>
  )
}
