/** Starts the pages. */
import './theme/fonts.css';
import './theme/mantine.css';
import './theme/base.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import { styleNonce } from './app/style-nonce.ts';

setNonce(styleNonce());
const place = document.getElementById('root');
if (place === null) throw new Error('The document has no place for the pages.');
createRoot(place).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
