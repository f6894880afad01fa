import type { ReactNode } from 'react'

/** A line drawing in the colour of the text around it. It says nothing by itself: a label goes with it. */
function Icon(props: { children: ReactNode; size?: number | string; pointsAlong?: boolean }) {
  const { children, size = 20, pointsAlong = false } = props
  return (
    <svg
      // Mantine turns this class round where one reads from right to left.
      className={pointsAlong ? 'mantine-rotate-rtl' : undefined}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

type IconProps = { size?: number | string }

export const ClockIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7v5l3.5 2" />
  </Icon>
)

export const RecordsIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01" />
  </Icon>
)

export const PeopleIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="9" cy="8" r="3.5" />
    <path d="M3 19c.5-3.300 3-5.500 6-5.500s5.500 2.200 6 5.500M15.500 4.800a3.5 3.5 0 0 1 0 6.400M17.500 14c1.900.8 3.2 2.600 3.5 5" />
  </Icon>
)

export const AccountIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.500 20c.7-4 3.700-6 7.500-6s6.800 2 7.500 6" />
  </Icon>
)

export const PlanningIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 7h16M4 12h16M4 17h16" strokeWidth={1} />
    <path d="M4 7h7M9 12h8M13 17h7" strokeWidth={4} />
  </Icon>
)

export const SettingsIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
    <circle cx="15" cy="7" r="2" />
    <circle cx="9" cy="17" r="2" />
  </Icon>
)

export const AddIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 5v14M5 12h14" />
  </Icon>
)

export const TimesheetIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5 6h14v14H5zM5 10.500h14M9 3.500V7M15 3.500V7M9 15l2 2 4-3.500" />
  </Icon>
)

export const BackIcon = (props: IconProps) => (
  <Icon pointsAlong {...props}>
    <path d="M14.5 6l-6 6 6 6" />
  </Icon>
)

export const ForthIcon = (props: IconProps) => (
  <Icon pointsAlong {...props}>
    <path d="M9.500 6l6 6-6 6" />
  </Icon>
)

export const SunIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 3v1M12 20v1M3 12h1M20 12h1M5.6 5.600l.7.7M17.7 17.700l.7.7M5.6 18.400l.7-.7M17.7 6.300l.7-.7" />
  </Icon>
)

export const MoonIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.500z" />
  </Icon>
)

export const AutoIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" stroke="none" />
  </Icon>
)

export const CheckIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5 12.500l4.5 4.500L19 7.5" />
  </Icon>
)

export const InIcon = (props: IconProps) => (
  <Icon pointsAlong {...props}>
    <path d="M14 4h5v16h-5M4 12h10M10 8l4 4-4 4" />
  </Icon>
)

export const OutIcon = (props: IconProps) => (
  <Icon pointsAlong {...props}>
    <path d="M10 4H5v16h5M10 12h10M16 8l4 4-4 4" />
  </Icon>
)

export const PauseIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M9 6v12M15 6v12" />
  </Icon>
)

export const AdviceIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 8v5M12 16.500h.01" />
    <circle cx="12" cy="12" r="9" />
  </Icon>
)

export const FailureIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 4l9 16H3zM12 10v4M12 17h.01" />
  </Icon>
)

export const CameraIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 8h3l1.5-2.500h7L17 8h3v11H4z" />
    <circle cx="12" cy="13" r="3.5" />
  </Icon>
)

export const CameraOffIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 5.500h5.500L17 8h3v9.500M17 19H4V8h3M3 3l18 18M9.3 10.800a3.5 3.5 0 0 0 4.9 4.9" />
  </Icon>
)

export const PhotoIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="4" y="5" width="16" height="14" rx="2" />
    <path d="M4 16l4.5-4.5 4 4L15 13l5 4M15 9h.01" />
  </Icon>
)

export const CrossIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
)

export const MoreIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 6h.01M12 12h.01M12 18h.01" strokeWidth={3} />
  </Icon>
)

export const SearchIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="11" cy="11" r="6" />
    <path d="M15.5 15.500L20 20" />
  </Icon>
)
