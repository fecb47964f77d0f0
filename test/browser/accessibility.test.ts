/** Every page on a large screen in both themes, and on a small one. */
import { testEveryPage } from './accessible-pages.ts';

testEveryPage([
  { width: 1440, height: 1000, schemes: ['light', 'dark'] },
  { width: 1024, height: 1000, schemes: ['light'] },
]);
