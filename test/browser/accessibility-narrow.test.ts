/** Every page on a phone, in both themes; in a file of its own so that both can run at once. */
import { testEveryPage } from './accessible-pages.ts';

testEveryPage([{ width: 390, height: 844, schemes: ['light', 'dark'] }]);
