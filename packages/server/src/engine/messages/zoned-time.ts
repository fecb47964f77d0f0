/** Times as the clock shows them in a zone, and as people read them. Pure. */

export type ZonedParts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** `Mon` to `Sun`. */
  readonly weekday: string;
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether there is a zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

export function zonedParts(moment: Date, timeZone: string): ZonedParts {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    weekday: parts.get('weekday') ?? '',
  };
}

/** Making one takes longer than using it a hundred times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export type Times = {
  /** `18:42` */
  readonly time: (moment: Date) => string;
  /** `Fri 20 Nov` */
  readonly day: (moment: Date) => string;
  /** `Fri 20 Nov 2026, 18:42` */
  readonly moment: (moment: Date) => string;
  /** `Fri 20 Nov 2026, 18:40 to 18:52`, or both moments whole where they lie on different days. */
  readonly span: (from: Date, to: Date) => string;
  /** `18:42` on the day of the other moment, else `Fri 18:42` or, past a week, `3 Mar 18:42`. */
  readonly near: (moment: Date, other: Date) => string;
};

/** How times are written for a reader in a zone. */
export function timesIn(timeZone: string): Times {
  const parts = (moment: Date): ZonedParts => zonedParts(moment, timeZone);
  const time = (moment: Date): string => {
    const { hour, minute } = parts(moment);
    return `${twoDigits(hour)}:${twoDigits(minute)}`;
  };
  const monthDay = (moment: Date): string => {
    const { day, month } = parts(moment);
    return `${day} ${months[month - 1] ?? ''}`;
  };
  const day = (moment: Date): string => `${parts(moment).weekday} ${monthDay(moment)}`;
  const whole = (moment: Date): string => `${day(moment)} ${parts(moment).year}, ${time(moment)}`;
  const isSameDay = (a: Date, b: Date): boolean => day(a) === day(b) && parts(a).year === parts(b).year;
  return {
    time,
    day,
    moment: whole,
    span: (from, to) => {
      if (!isSameDay(from, to)) return `${whole(from)} to ${whole(to)}`;
      return time(from) === time(to) ? whole(from) : `${whole(from)} to ${time(to)}`;
    },
    near: (moment, other) => {
      if (isSameDay(moment, other)) return time(moment);
      const isFar = Math.abs(moment.getTime() - other.getTime()) > 6 * 86_400_000;
      return `${isFar ? monthDay(moment) : parts(moment).weekday} ${time(moment)}`;
    },
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
