/** The columns of a matrix. */

/** The name, the cells, the oldest look. */
export function columnsOf(technologies: number): string {
  return `var(--name) repeat(${technologies}, minmax(28px, 60px)) minmax(96px, 1fr)`;
}

/** The height that slanted titles need, the longest of them having so many characters. */
export function headHeight(titles: readonly string[]): number {
  const longest = Math.max(0, ...titles.map((title) => title.length));
  return 36 + Math.round(longest * 4.2);
}
