/** Every colour of the pages, in light and in dark. Components name tokens, never colours. */

export type Scheme = 'light' | 'dark';

type Pair = readonly [light: string, dark: string];

export const colours = {
  page: ['#F6F5F1', '#0F1315'],
  surface: ['#FFFFFF', '#161B1E'],
  sunken: ['#EFEDE7', '#1D2427'],
  hover: ['#F3F1EB', '#1B2124'],
  border: ['#DDD9CF', '#2C3539'],
  control: ['#8A857A', '#6F7C83'],
  text: ['#1B2025', '#E8EAE7'],
  'text-2': ['#465058', '#B7C0C3'],
  'text-3': ['#5E676F', '#929DA2'],
  accent: ['#0B626C', '#62C6C8'],
  'accent-hover': ['#084F58', '#7DD3D5'],
  'accent-soft': ['#DBECED', '#12363A'],
  'on-accent': ['#FFFFFF', '#06191B'],
  focus: ['#0B7A87', '#62C6C8'],
  critical: ['#9E0F3B', '#FF86A4'],
  'critical-soft': ['#FAE3EA', '#41172A'],
  high: ['#AD4007', '#FF9F66'],
  'high-soft': ['#FCE8DA', '#3D2112'],
  medium: ['#765500', '#E3BC52'],
  'medium-soft': ['#F6EBC6', '#352A0C'],
  low: ['#2B5D98', '#8AB8EE'],
  'low-soft': ['#E2ECF8', '#17293F'],
  'fill-critical': ['#8C0B35', '#FF9DB4'],
  'fill-high': ['#BF4508', '#EE8446'],
  'fill-medium': ['#B68903', '#A07C1C'],
  'fill-low': ['#B7D0ED', '#274B72'],
  'fill-low-line': ['#5E91C9', '#4F86C4'],
  fixed: ['#1A6A46', '#74CD9E'],
  'fixed-soft': ['#DFF0E6', '#123024'],
  justified: ['#5C4889', '#BDABEC'],
  'justified-soft': ['#ECE8F5', '#2A2340'],
  frozen: ['#33637F', '#93C4DF'],
  'frozen-soft': ['#E1EDF3', '#152C39'],
  retired: ['#5F6063', '#A6A9AC'],
  'retired-soft': ['#ECEBE8', '#25292B'],
  unknown: ['#525D68', '#AAB5BE'],
  'unknown-soft': ['#F1F2F3', '#1A2024'],
  added: ['#DCF0F2', '#0E2F34'],
  'added-word': ['#A9DCE1', '#17565E'],
  'added-text': ['#06505A', '#9FE3E8'],
  removed: ['#FDEADF', '#35200F'],
  'removed-word': ['#F8C5A6', '#6B3712'],
  'removed-text': ['#843207', '#FFC7A1'],
  'code-key': ['#0B5560', '#86D3D6'],
  'code-string': ['#3D4A2A', '#C9D3A4'],
} as const satisfies Readonly<Record<string, Pair>>;

export type Token = keyof typeof colours;

/** The tokens of a scheme as the variables `--sm-…`. */
export function variablesOf(scheme: Scheme): Readonly<Record<string, string>> {
  const index = scheme === 'light' ? 0 : 1;
  return Object.fromEntries(Object.entries(colours).map(([name, pair]) => [`--sm-${name}`, pair[index]]));
}

/** A token's colour. */
export function colourOf(token: Token, scheme: Scheme): string {
  return colours[token][scheme === 'light' ? 0 : 1];
}
