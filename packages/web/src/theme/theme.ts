/** Mantine's theme from the tokens: its components look like ours without being told one by one. */
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { colourOf, variablesOf } from './tokens.ts';

const petrol = Array.from({ length: 10 }, (_, shade) =>
  colourOf(shade < 5 ? 'accent-soft' : 'accent', 'light'),
) as unknown as MantineColorsTuple;

const plain = 'var(--sm-surface)';

/** Filled is the one thing to do, default the rest; nothing else is drawn. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const { variant } = input;
  if (variant === 'filled')
    return {
      ...resolved,
      background: 'var(--sm-accent)',
      hover: 'var(--sm-accent-hover)',
      color: 'var(--sm-on-accent)',
      border: '1px solid transparent',
    };
  if (variant === 'default')
    return {
      ...resolved,
      background: plain,
      hover: 'var(--sm-hover)',
      color: 'var(--sm-text)',
      border: '1px solid var(--sm-border)',
    };
  return {
    ...resolved,
    background: 'transparent',
    hover: 'var(--sm-hover)',
    color: 'var(--sm-text-2)',
    border: '1px solid transparent',
  };
};

const control = { height: '--sm-control-height' } as const;

export const theme = createTheme({
  fontFamily: "'Inter Variable', 'Inter fallback', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '22px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '10px' },
  defaultRadius: 'sm',
  shadows: { md: 'var(--sm-floating)' },
  colors: { petrol },
  primaryColor: 'petrol',
  variantColorResolver,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { variant: 'default', size: 'sm' },
      vars: () => ({
        root: {
          '--button-height': `var(${control.height})`,
          '--button-padding-x': '12px',
          '--button-fz': '13px',
        },
      }),
    },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 30 } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false, comboboxProps: { shadow: 'md' } } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Tooltip: {
      defaultProps: { openDelay: 300, withArrow: false, events: { hover: true, focus: true, touch: true } },
    },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    Modal: { defaultProps: { radius: 'lg', shadow: 'md', overlayProps: { backgroundOpacity: 0.35 } } },
  },
});

/** What Mantine calls its colours, in our tokens. */
const mantine = {
  '--mantine-color-body': 'var(--sm-page)',
  '--mantine-color-text': 'var(--sm-text)',
  '--mantine-color-dimmed': 'var(--sm-text-3)',
  '--mantine-color-anchor': 'var(--sm-accent)',
  '--mantine-color-placeholder': 'var(--sm-text-3)',
  '--mantine-color-error': 'var(--sm-high)',
  '--mantine-color-default': 'var(--sm-surface)',
  '--mantine-color-default-hover': 'var(--sm-hover)',
  '--mantine-color-default-color': 'var(--sm-text)',
  '--mantine-color-default-border': 'var(--sm-border)',
  '--mantine-color-petrol-filled': 'var(--sm-accent)',
  '--mantine-color-petrol-filled-hover': 'var(--sm-accent-hover)',
  '--mantine-primary-color-filled': 'var(--sm-accent)',
  '--mantine-primary-color-filled-hover': 'var(--sm-accent-hover)',
  '--mantine-primary-color-contrast': 'var(--sm-on-accent)',
  '--mantine-color-disabled': 'var(--sm-sunken)',
  '--mantine-color-disabled-color': 'var(--sm-text-3)',
  '--mantine-color-disabled-border': 'var(--sm-border)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...variablesOf('light'), ...mantine, '--sm-floating': '0 8px 24px rgb(20 24 28 / 16%)' },
  dark: { ...variablesOf('dark'), ...mantine, '--sm-floating': '0 8px 24px rgb(20 24 28 / 50%)' },
});
