/** Theme, answers, routes: what everything stands in. */
import { type MantineColorScheme, type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { queryClient } from '../api/query-client.ts';
import { listenToKeys } from '../stores/keys.ts';
import { cssVariablesResolver, theme } from '../theme/theme.ts';
import { router } from './router.tsx';
import { styleNonce } from './style-nonce.ts';

/** The same place that `theme.js` reads before anything is drawn. */
const schemeKey = 'security-monkey-scheme';

const schemeManager: MantineColorSchemeManager = {
  get: (fallback) => {
    const kept = localStorage.getItem(schemeKey);
    return isScheme(kept) ? kept : fallback;
  },
  set: (scheme) => localStorage.setItem(schemeKey, scheme),
  clear: () => localStorage.removeItem(schemeKey),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
};

function isScheme(text: string | null): text is MantineColorScheme {
  return text === 'light' || text === 'dark' || text === 'auto';
}

export function Providers() {
  useEffect(listenToKeys, []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
