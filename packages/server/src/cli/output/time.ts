/** Times as people read them. */

/** `2026-11-01 12:00:05Z`, or a dash. */
export function showTime(time: Date | null | undefined): string {
  if (time === null || time === undefined) return '–';
  return `${time.toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

const units = [
  { size: 86_400_000, name: 'd' },
  { size: 3_600_000, name: 'h' },
  { size: 60_000, name: 'min' },
] as const;

/** `5 min ago`, `in 2 h`, `now`, or a dash. */
export function showDistance(time: Date | null | undefined, now: Date): string {
  if (time === null || time === undefined) return '–';
  const distance = time.getTime() - now.getTime();
  const unit = units.find(({ size }) => Math.abs(distance) >= size);
  if (unit === undefined) return 'now';
  const text = `${Math.round(Math.abs(distance) / unit.size)} ${unit.name}`;
  return distance > 0 ? `in ${text}` : `${text} ago`;
}

/** ISO 8601 for machines. */
export function isoOrNull(time: Date | null): string | null {
  return time === null ? null : time.toISOString();
}
