/** The shape of a severity: octagon, triangle, diamond with a core, ring; a hatched square where it could not be looked. */
import type { Severity } from '../words/severity.ts';
import styles from './severity.module.css';

export type Mark = Severity | 'unknown';

type SeverityMarkProps = {
  readonly mark: Mark;
  readonly size?: number;
  /** Said by screen readers where no word stands beside the shape. */
  readonly label?: string;
};

export function SeverityMark({ mark, size = 14, label }: SeverityMarkProps) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg
      className={styles['mark']}
      data-severity={mark}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      {...named}
    >
      {shapes[mark]}
    </svg>
  );
}

const shapes: Readonly<Record<Mark, React.ReactNode>> = {
  critical: <path d="M4.3.5h5.4l3.8 3.800v5.400l-3.8 3.800H4.300L.5 9.700V4.300z" fill="currentColor" />,
  high: (
    <path
      d="M7 1.2 13.2 12.400H.800z"
      fill="currentColor"
      stroke="currentColor"
      strokeWidth="1"
      strokeLinejoin="round"
    />
  ),
  medium: (
    <>
      <path
        d="M7 .9 13.1 7 7 13.1.9 7z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <path d="M7 4.4 9.6 7 7 9.6 4.4 7z" fill="currentColor" />
    </>
  ),
  low: <circle cx="7" cy="7" r="5.2" fill="none" stroke="currentColor" strokeWidth="2" />,
  informational: <circle cx="7" cy="7" r="2.5" fill="currentColor" />,
  unknown: (
    <>
      <rect
        x=".75"
        y=".75"
        width="12.5"
        height="12.5"
        rx="2"
        fill="none"
        stroke="currentColor"
        strokeDasharray="2 1.5"
      />
      <path d="M2 8 8 2M2 12 12 2M6 12 12 6" stroke="currentColor" strokeWidth="1" fill="none" />
    </>
  ),
};
