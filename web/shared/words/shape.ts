import type { CameraProblem } from '../camera.ts'
import type {
  LeaveKind,
  ProblemCode,
  QualityReason,
  RecordKind,
  Strength,
  UnreadableReason,
} from '../contract.ts'
import type { Group, Route } from '../route.ts'

type Advice = { title: string; advice: string }

type Counted = 'templates' | 'accepted' | 'replaced' | 'refused' | 'employees' | 'records'

/**
 * Everything that the pages can say. Each language has all of it; `Plurals` are the plural forms that the
 * language has (as in Intl.PluralRules). Tables keyed by a union of the server's cannot miss one of its members.
 */
export type Words<Plurals extends string> = {
  frame: Record<
    'name' | 'skip' | 'pages' | 'language' | 'loading' | 'broken' | 'reload',
    string
  > & {
    appearance: Record<'auto' | 'light' | 'dark', string>
  }
  groups: Record<Group | 'kiosk', string>
  pages: Record<Route | 'clock', string>
  act: Record<'retry' | 'cancel' | 'save' | 'close' | 'choosePhotos' | 'takePhoto', string>
  clock: Record<'button' | 'guide' | 'sending' | 'next' | 'video' | 'spoken', string> & {
    recorded: Record<RecordKind, string>
    already: Record<RecordKind, string>
    refused: Record<'no-face' | 'several-faces' | 'poor-quality' | 'unknown' | 'ambiguous', Advice>
  }
  camera: Record<CameraProblem | 'asking', Advice> & { photoInstead: string }
  quality: Record<QualityReason | 'other', string>
  unreadable: Record<UnreadableReason | 'other', string>
  verdict: Record<
    | 'accepted'
    | 'acceptedPoor'
    | 'redundant'
    | 'out-of-reach'
    | 'other-person'
    | 'already-enrolled'
    | 'enrolled-elsewhere'
    | 'no-face'
    | 'several-faces'
    | 'other',
    string
  >
  failure: { unreachable: Advice; refused: string; unknown: string }
  problem: Record<ProblemCode, string>
  enrol: Record<
    | 'title'
    | 'intro'
    | 'addTitle'
    | 'name'
    | 'nameHint'
    | 'nameMissing'
    | 'nameTooLong'
    | 'photos'
    | 'photosHint'
    | 'photosMissing'
    | 'tooMany'
    | 'drop'
    | 'openCamera'
    | 'closeCamera'
    | 'photo'
    | 'remove'
    | 'noPreview'
    | 'send'
    | 'add'
    | 'sending'
    | 'looking'
    | 'noneAccepted'
    | 'alreadyEnrolled'
    | 'alreadyEnrolledText'
    | 'twins'
    | 'done'
    | 'added'
    | 'tryIt'
    | 'another'
    | 'more'
    | 'photoAdded'
    | 'photoRemoved',
    string
  >
  employees: Record<
    | 'title'
    | 'search'
    | 'none'
    | 'noMatch'
    | 'showMore'
    | 'addPhotos'
    | 'rename'
    | 'delete'
    | 'actions'
    | 'renameTitle'
    | 'newName'
    | 'deleteTitle'
    | 'deleteText'
    | 'keepRecords'
    | 'keepRecordsHint'
    | 'eraseRecords'
    | 'eraseRecordsHint'
    | 'renamed'
    | 'deleted',
    string
  >
  strength: Record<Strength, string>
  /** What makes an employee's templates stronger. Strong ones need nothing. */
  strengthen: Record<Exclude<Strength, 'strong'>, string>
  /** From where the templates do not show the face yet. */
  missing: Record<'front' | 'left' | 'right' | 'sides', string>
  records: Record<
    | 'title'
    | 'today'
    | 'from'
    | 'to'
    | 'employee'
    | 'everyone'
    | 'wrongPeriod'
    | 'time'
    | 'kind'
    | 'deletedEmployee'
    | 'none'
    | 'noneToday'
    | 'older'
    | 'updated',
    string
  > & { kinds: Record<RecordKind, string> }
  decision: Record<
    | 'title'
    | 'strangers'
    | 'gallery'
    | 'nobody'
    | 'counted'
    | 'drawnOn'
    | 'beyondTitle'
    | 'beyond'
    | 'instead'
    | 'how'
    | 'threshold'
    | 'margin'
    | 'change'
    | 'setting'
    | 'cost'
    | 'bySite'
    | 'site'
    | 'among'
    | 'ownPeople'
    | 'everybody'
    | 'employees'
    | 'stepThreshold'
    | 'stepStrangers'
    | 'oneStranger'
    | 'figures'
    | 'figureModel'
    | 'figureThreshold'
    | 'figureAlikeness'
    | 'figureMargin'
    | 'figureFmr'
    | 'oneIn'
    | 'table'
    | 'tableFmr'
    | 'tableScore'
    | 'tableSource'
    | 'sourceCounted'
    | 'sourceDrawnOn'
    | 'data'
    | 'dataPhotos'
    | 'dataPeople'
    | 'dataComparisons',
    string
  >
  timesheets: Record<
    | 'title'
    | 'previous'
    | 'next'
    | 'day'
    | 'presence'
    | 'worked'
    | 'planned'
    | 'late'
    | 'overtime'
    | 'daysAbsent'
    | 'toCheck'
    | 'remarks'
    | 'total'
    | 'none'
    | 'absent'
    | 'totals'
    | 'days'
    | 'export',
    string
  > & {
    leave: Record<LeaveKind, string>
    marks: Record<
      | 'missing-in'
      | 'missing-out'
      | 'break-outside-work'
      | 'break-repeated'
      | 'break-not-ended'
      | 'in-repeated'
      | 'closed-by-rule'
      | 'ongoing'
      | 'other-site'
      | 'corrected'
      | 'provisional-holiday'
      | 'worked-on-holiday'
      | 'worked-on-leave'
      | 'outside-schedule'
      | 'outside-employment'
      | 'correction-pending'
      | 'other',
      string
    >
  }
  count: Record<`${Counted}_${Plurals}`, string>
}
