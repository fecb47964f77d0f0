/** The colours of a mail by what they are for; light ones stand inline, dark ones in a style sheet for those who can. */

type Tone = {
  readonly property: 'color' | 'background-color' | 'border-color';
  readonly light: string;
  readonly dark: string;
};

const color = (light: string, dark: string): Tone => ({ property: 'color', light, dark });
const ground = (light: string, dark: string): Tone => ({ property: 'background-color', light, dark });
const line = (light: string, dark: string): Tone => ({ property: 'border-color', light, dark });

const tones = {
  page: ground('#F6F5F1', '#0F1315'),
  surface: ground('#FFFFFF', '#161B1E'),
  sunken: ground('#EFEDE7', '#1D2427'),
  border: line('#DDD9CF', '#2C3539'),
  text: color('#1B2025', '#E8EAE7'),
  'text-2': color('#465058', '#B7C0C3'),
  'text-3': color('#5E676F', '#929DA2'),
  accent: color('#0B626C', '#62C6C8'),
  button: ground('#0B626C', '#62C6C8'),
  'on-button': color('#FFFFFF', '#06191B'),
  critical: color('#9E0F3B', '#FF86A4'),
  'critical-soft': ground('#FAE3EA', '#41172A'),
  high: color('#AD4007', '#FF9F66'),
  'high-soft': ground('#FCE8DA', '#3D2112'),
  medium: color('#765500', '#E3BC52'),
  'medium-soft': ground('#F6EBC6', '#352A0C'),
  low: color('#2B5D98', '#8AB8EE'),
  'low-soft': ground('#E2ECF8', '#17293F'),
  informational: color('#5E676F', '#929DA2'),
  'informational-soft': ground('#EFEDE7', '#1D2427'),
  fixed: color('#1A6A46', '#74CD9E'),
  'fixed-soft': ground('#DFF0E6', '#123024'),
  unknown: color('#525D68', '#AAB5BE'),
  'unknown-soft': ground('#F1F2F3', '#1A2024'),
  'unknown-line': line('#525D68', '#AAB5BE'),
  added: color('#06505A', '#9FE3E8'),
  'added-soft': ground('#DCF0F2', '#0E2F34'),
  removed: color('#843207', '#FFC7A1'),
  'removed-soft': ground('#FDEADF', '#35200F'),
} as const satisfies Record<string, Tone>;

export type ToneName = keyof typeof tones;

/** The attributes of an element: its tones by class and inline, and whatever else it needs. */
export function styled(names: readonly ToneName[], css = ''): string {
  const inline = names.map((name) => `${tones[name].property}:${tones[name].light}`);
  const classes = names.map((name) => `sm-${name}`).join(' ');
  return `class="${classes}" style="${[...inline, ...(css === '' ? [] : [css])].join(';')}"`;
}

/** The style sheet of a mail: what an inline style cannot say. */
export function styleSheet(): string {
  const dark = Object.entries(tones).map(
    ([name, tone]) => `.sm-${name}{${tone.property}:${tone.dark}!important}`,
  );
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    `@media (prefers-color-scheme:dark){${dark.join('')}}`,
    '@media (max-width:480px){.sm-pad{padding:20px 16px!important}.sm-out{padding:0!important}}',
  ].join('');
}
