/** Times and ages as people read them, in the zone of whoever reads. */

export type Clock = {
  readonly now: Date;
  /** IANA name, such as `Europe/Berlin`. */
  readonly zone: string;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Parts = {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly weekday: string;
  readonly time: string;
  readonly seconds: string;
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, format);
  return format;
}

function partsOf(at: Date, zone: string): Parts {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    year: part('year'),
    // "Sept" is the one month that en-GB writes with four letters.
    month: part('month').slice(0, 3),
    day: part('day'),
    weekday: part('weekday'),
    time: `${part('hour')}:${part('minute')}`,
    seconds: part('second'),
  };
}

const dayOf = ({ year, month, day: number }: Parts): string => `${number} ${month} ${year}`;

/** "9 min ago", "today 08:52", "Fri 20 Nov 18:42" within 30 days, "3 Mar 2026" before and after. */
export function instant(at: Date, { now, zone }: Clock): string {
  const distance = now.getTime() - at.getTime();
  if (Math.abs(distance) < hour) return near(distance);
  const there = partsOf(at, zone);
  if (dayOf(there) === dayOf(partsOf(now, zone))) return `today ${there.time}`;
  if (Math.abs(distance) <= 30 * day) return `${there.weekday} ${there.day} ${there.month} ${there.time}`;
  return dayOf(there);
}

/** The same with the time of day also where it is long ago. */
export function instantWithTime(at: Date, clock: Clock): string {
  const words = instant(at, clock);
  const parts = partsOf(at, clock.zone);
  return words === dayOf(parts) ? `${words} ${parts.time}` : words;
}

/** The day alone: "today", "Fri 20 Nov", "3 Mar 2026". */
export function dayWords(at: Date, { now, zone }: Clock): string {
  const there = partsOf(at, zone);
  if (dayOf(there) === dayOf(partsOf(now, zone))) return 'today';
  if (Math.abs(now.getTime() - at.getTime()) <= 30 * day)
    return `${there.weekday} ${there.day} ${there.month}`;
  return dayOf(there);
}

/** The time of day: "08:52". */
export function timeOfDay(at: Date, { zone }: Clock): string {
  return partsOf(at, zone).time;
}

function near(distance: number): string {
  const minutes = Math.floor(Math.abs(distance) / minute);
  if (minutes === 0) return distance >= 0 ? 'just now' : 'in a moment';
  return distance >= 0 ? `${minutes} min ago` : `in ${minutes} min`;
}

/** How long: two units up to 14 days ("2 d 14 h", "3 h 02 min"), then days ("82 d"). */
export function age(milliseconds: number): string {
  const span = Math.max(0, milliseconds);
  if (span < minute) return 'under 1 min';
  if (span < hour) return `${Math.floor(span / minute)} min`;
  if (span < day)
    return twoUnits([Math.floor(span / hour), 'h'], [Math.floor((span % hour) / minute), 'min']);
  if (span < 14 * day) return twoUnits([Math.floor(span / day), 'd'], [Math.floor((span % day) / hour), 'h']);
  return `${Math.floor(span / day)} d`;
}

type Amount = readonly [count: number, unit: string];

function twoUnits([more, unit]: Amount, [less, lesser]: Amount): string {
  if (less === 0) return `${more} ${unit}`;
  const digits = lesser === 'min' ? String(less).padStart(2, '0') : String(less);
  return `${more} ${unit} ${digits} ${lesser}`;
}

/** For the tooltip: to the second, with the zone, and in UTC. */
export function exactly(at: Date, zone: string): string {
  const parts = partsOf(at, zone);
  const utc = at.toISOString().replace('T', ' ').slice(0, 19);
  const here = `${parts.weekday} ${dayOf(parts)} ${parts.time}:${parts.seconds} ${zone}`;
  return zone === 'UTC' ? `${utc} UTC` : `${here} · ${utc} UTC`;
}
